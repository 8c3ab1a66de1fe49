"""The length of the answer, beside what its language needs for as much."""

from __future__ import annotations

import functools
import math

from msgspec import Struct

from claimwire.translators.checks import ends, tables
from claimwire.translators.checks.pair import Pair
from claimwire.translators.plain import weight

# Spreads. Of 40,000 human translations (FLORES and NTREX dev), 0.2 % are beyond the first two, 0.2 % more beyond the others.
_SHORT, _LONG = -3.6, 5.0
_RATHER_SHORT, _RATHER_LONG = -3.4, 4.2
_UNMARKED_SHORT = -2.6


class Lengths(Struct, frozen=True):
    """``lengths.toml``: logarithms of how long a text is beside the English one, and how far translations spread about that."""

    spread: float
    short: float
    ratio: dict[str, float]
    wide: dict[str, float]


def check(pair: Pair) -> str | None:
    """Finds answers that are far too short or far too long."""
    return _outside(score(pair), _SHORT, _LONG, "far too")


def odd(pair: Pair) -> str | None:
    """Finds answers that are shorter or longer than is usual; stricter where no mark would show that one breaks off."""
    least = _RATHER_SHORT if ends.told(pair) else _UNMARKED_SHORT
    return _outside(score(pair), least, _RATHER_LONG, "rather")


def _outside(distance: float, least: float, most: float, how: str) -> str | None:
    return None if least <= distance <= most else f"the answer is {how} {'short' if distance < 0 else 'long'}"


def score(pair: Pair) -> float:
    """How many spreads the answer is longer than expected; negative where it is shorter."""
    known, (source, target) = _known().ratio, pair.languages
    if source in known and target in known:
        expected, sizes = known[target] - known[source], (len(pair.source_text), len(pair.answer))
    else:
        expected, sizes = 0.0, (weight(pair.source_text), weight(pair.answer))
    letters = sizes[0] * math.exp(max(0.0, expected))  # of the longer of the two
    return (math.log((sizes[1] + 1) / (sizes[0] + 1)) - expected) / _spread(pair.languages, letters)


def _spread(languages: tuple[str, str], letters: float) -> float:
    """Wider for a short text, in which one word is a large share."""
    known = _known()
    wide = max(known.wide.get(language, 1.0) for language in languages)
    return wide * math.hypot(known.spread, known.short / math.sqrt(letters + 1))


@functools.cache
def _known() -> Lengths:
    return tables.read("lengths", Lengths)
