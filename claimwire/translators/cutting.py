"""Cuts a segment that is over an engine's limit, and puts the answers together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# Where a piece may end, best first: after a sentence, after a clause, at a space. Full-width stops need no space after them.
_ENDS = tuple(
    re.compile(pattern)
    for pattern in (r"[.!?…؟۔।]+[\"'»”’)\]]*\s+|[。！？][」』”’]*", r"[,;:،؛–—]\s+|[，；：、]", r"\s+")
)


def cut(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Pieces that fit and that joined are ``text``. A single code point is never cut: it is given even where it does not fit.

    ``fits`` must hold for every start of a text that fits.
    """
    start = 0
    while start < len(text):
        end = _longest(text, start, fits)
        if end < len(text):
            end = _break(text, start, end)
        yield text[start:end]
        start = end


def _longest(text: str, start: int, fits: Callable[[str], bool]) -> int:
    """The end of the longest piece that fits; gallops from the start, so a long text is not looked at whole for every piece."""
    good, bad = start + 1, start + 2
    while bad <= len(text) and fits(text[start:bad]):
        good, bad = bad, 2 * bad - start
    bad = min(bad, len(text) + 1)
    while good + 1 < bad:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if fits(text[start:middle]) else (good, middle)
    return good


def _break(text: str, start: int, limit: int) -> int:
    """The best end at or before ``limit``; one in the first third is passed over, since tiny pieces lose their context."""
    for pattern in _ENDS:
        ends = [match.end() for match in pattern.finditer(text, start, limit)]
        if ends and ends[-1] - start > (limit - start) // 3:
            return ends[-1]
    return limit
