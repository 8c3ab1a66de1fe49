"""Transcripts and chats: lines that name their speaker first (``NAME: …``)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from claimwire.claims.units import Unit
from claimwire.claims.words.lexicon import Lexicon
from claimwire.models import Span

# A time in front, then at most five words and a colon: "[10:02] Ana Lima: …", "SPEAKER 2 (off camera): …".
_LINE = re.compile(
    r"^(?:[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?[ \t]+)?<?"
    r"(?P<name>[^\W\d_][\w.'’\-]*(?:[ \t][\w.'’\-]+){0,4})(?:[ \t]?\([^()\n]{1,40}\))?>?[ \t]?(?P<colon>[:：])[ \t]+(?=\S)",
    re.MULTILINE,
)
_FEWEST = 3  # lines with a name in front that make a transcript
_SHARE = 0.3  # of all lines
_LONGEST = 20_000  # characters of one turn: what follows is no longer sure to be the same voice


class Turn(Struct, frozen=True):
    """``start`` to ``end`` is what one person says at a time, name included."""

    start: int
    end: int
    name: Span
    colon: Span


def turns(text: str, lexicon: Lexicon) -> Sequence[Turn]:
    """The turns of a transcript, in order; none where the text is prose. Linear time."""
    if text.count(":") + text.count("：") < _FEWEST:
        return ()
    lines = [match for match in _LINE.finditer(text) if not lexicon.has("labels", match["name"].lower())]
    counts = Counter(match["name"].casefold() for match in lines)
    kept = [match for match in lines if match["name"].isupper() or counts[match["name"].casefold()] > 1]
    count = sum(1 for line in text.split("\n") if line.strip())
    if len(kept) < _FEWEST or len(kept) < _SHARE * count:
        return ()
    ends = [match.start() for match in lines] + [len(text)]
    return [_turn(match, ends[bisect_right(ends, match.start())]) for match in kept]


def _turn(match: re.Match[str], end: int) -> Turn:
    name, colon = (
        Span(start=match.start(group), end=match.end(group), text=match[group]) for group in ("name", "colon")
    )
    return Turn(match.start(), min(end, match.start() + _LONGEST), name, colon)


def told(text: str, unit: Unit, turn: Turn) -> tuple[Span, ...]:
    """What a unit of a turn says: word for word all after the name and the colon."""
    start = max(unit.start, turn.colon.end)
    start += len(text[start : unit.end]) - len(text[start : unit.end].lstrip())
    return (Span(start=start, end=unit.end, text=text[start : unit.end]),) if start < unit.end else ()


def around(spoken: Sequence[Turn], start: int) -> Turn | None:
    """The turn that holds the place."""
    at = bisect_right(spoken, start, key=lambda turn: turn.start)
    return spoken[at - 1] if at and start < spoken[at - 1].end else None
