"""Both halves of a quotation that an attribution between dashes parts."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.stretch import Range, Stretch


def parted(s: Stretch, low: int, high: int) -> list[Range] | None:
    """Both halves of a quotation that dashes part (``«The bridge, — [said X], — will open»``), or None."""
    start, end = low - 1, high
    while end < len(s.tokens) and not s.inside[end] and not s.tokens[end].word:
        end += 1
    if (
        start < 1
        or s.tokens[start].text not in "—–-"
        or not (s.inside[start - 1] and end < len(s.tokens) and s.inside[end])
    ):
        return None
    first, last = start, end
    while first and s.inside[first - 1]:
        first -= 1
    while last < len(s.tokens) and s.inside[last]:
        last += 1
    return [(first, _trimmed_end(s, first, start)), (end, last)]


def _trimmed_end(s: Stretch, start: int, end: int) -> int:
    """Without the comma before the dash."""
    return end - 1 if end - 1 > start and s.tokens[end - 1].text == "," else end
