"""How often a regular expression may have to begin anew on a hostile line: a user's pattern must stay cheap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import prod
from typing import Any

# Parts of the library that typeshed knows in some versions only; both are there in 3.11 to 3.14.
codes: Any = vars(re)["_constants"]
parser: Any = vars(re)["_parser"]

MOST = 100_000  # some 5 ms on the longest line
_ENDLESS = 10**9
_LINE = 500  # turns that a repeat of one character can take at most: no longer line meets a rule
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_ALONE = (codes.ASSERT, codes.ASSERT_NOT, codes.ATOMIC_GROUP, codes.POSSESSIVE_REPEAT)  # once done, never tried anew


def cost(pattern: str) -> int:
    """An upper bound of the ways in which the pattern can fit one line.

    Raises:
        re.error: The pattern is no regular expression.
    """
    return max(_sequence(parser.parse(pattern, re.IGNORECASE)))


def _sequence(items: Sequence[Any]) -> tuple[int, int]:
    """Ways that what follows may come back to, and the most ways inside a piece that is done once."""
    found = [_item(code, value) for code, value in items]
    return min(_ENDLESS, prod(ways for ways, _ in found)), max((inside for _, inside in found), default=1)


def _item(code: Any, value: Any) -> tuple[int, int]:  # noqa: ANN401  the parser's trees carry no types
    if code in _REPEATS:
        return _repeat(*value)
    if code is codes.SUBPATTERN:
        return _sequence(value[-1])
    if code is codes.BRANCH:
        branches = list(map(_sequence, value[1]))
        return sum(ways for ways, _ in branches), max(inside for _, inside in branches)
    return (1, _kept(code, value)) if code in _ALONE else (1, 1)


def _repeat(least: int, most: int, item: Sequence[Any]) -> tuple[int, int]:
    ways, inside = _sequence(item)
    turns = min(int(most), _LINE)
    return (turns - least + 1 if ways == 1 else min(_ENDLESS, ways ** min(turns, 64))), inside


def _kept(code: Any, value: Any) -> int:  # noqa: ANN401  as above
    """Of an atomic repeat, what is tried inside one turn: it never gives back a turn that it made."""
    items = value if code is codes.ATOMIC_GROUP else value[1] if code in _ALONE[:2] else [(codes.MAX_REPEAT, value)]
    once = code not in _ALONE[:2] and len(items) == 1 and items[0][0] in _REPEATS
    return max(_sequence(items[0][1][2] if once else items))
