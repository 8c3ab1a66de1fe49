"""Where a quotation closes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimwire.claims.quotations.marks import APOSTROPHES, BOTH_WAYS, CLOSERS, DOUBLE, in_word, opening_shape, opens


def mixed(text: str, pair: Sequence[int]) -> int | None:
    """Where the next mark closes what the first opens, although it is of another shape: "…”, “…“."""
    if len(pair) < 2 or any(text[at] not in DOUBLE for at in pair):
        return None
    closes = not text[pair[1] - 1].isspace() and not in_word(text, pair[1])
    return pair[1] if closes else None


def closings(text: str, marks: Sequence[int], opener: str) -> dict[int, int]:
    """Where what each such mark opens would close."""
    if opener in BOTH_WAYS:
        return _nested(text, [at for at in marks if text[at] == opener])
    places = _places(text, marks, opener)
    opened = ((at, _first(places, at + 1)) for at in marks if text[at] == opener)
    return {at: closing for at, closing in opened if closing is not None}


def _nested(text: str, marks: Sequence[int]) -> dict[int, int]:
    """Pairs of a mark that opens and closes alike, one inside the other: ``"He said, "Go," and left," she said``."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for at in marks:
        if opening_shape(text, at) or (not waiting and opens(text, at)):
            waiting.append(at)
        elif waiting:
            pairs[waiting.pop()] = at
    return pairs


def _places(text: str, marks: Sequence[int], opener: str) -> list[list[int]]:
    """Where a quotation that ``opener`` opens may close, by preference: a mark that may be an apostrophe does so after a stop."""
    places = [at for at in marks if text[at] in CLOSERS[opener]]
    if opener not in APOSTROPHES:
        return [places]
    free = [at for at in places if not in_word(text, at)]
    return [[at for at in free if text[at - 1] in ",.!?…"], free]


def _first(places: Sequence[Sequence[int]], start: int) -> int | None:
    found = ((each, bisect_left(each, start)) for each in places)
    return next((each[at] for each, at in found if at < len(each)), None)
