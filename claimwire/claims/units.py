"""Units: what may stand as one claim. Sentences of one speech are joined, so that no quotation loses its speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from claimwire.claims.quotations.quotes import Quotation
from claimwire.models import Sentence

# A longer speech is cut at a sentence's end: beyond this a reader sees an article, not a claim.
MAX_SENTENCES, MAX_CHARACTERS = 4, 700


class Unit(Struct, frozen=True):
    """Sentences ``first`` to ``last`` (exclusive), which lie in one paragraph, and the quotations inside them."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int
    quotations: tuple[Quotation, ...]


def units(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quotation]) -> list[Unit]:
    """All units in text order: every sentence is in exactly one."""
    groups: list[tuple[int, int]] = []
    for number in range(len(sentences)):
        if groups and _belongs(text, sentences, quoted, groups[-1][0], number):
            groups[-1] = (groups[-1][0], number + 1)
        else:
            groups.append((number, number + 1))
    return [_unit(sentences, quoted, first, last) for first, last in groups]


def _unit(sentences: Sequence[Sentence], quoted: Sequence[Quotation], first: int, last: int) -> Unit:
    start, end = sentences[first].start, sentences[last - 1].end
    inside = tuple(_clipped(quotation, start, end) for quotation in _meeting(quoted, start, end))
    return Unit(first, last, start, end, sentences[first].paragraph, inside)


def _clipped(quotation: Quotation, start: int, end: int) -> Quotation:
    """The part of the quotation in ``start`` to ``end``: what is cut off goes on in the unit before or after."""
    return Quotation(
        max(quotation.start, start),
        min(quotation.end, end),
        closed=quotation.closed and quotation.end <= end,
        begun=quotation.begun and quotation.start >= start,
    )


def _meeting(quoted: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations that share a character with the stretch; ``quoted`` is in order and without overlap."""
    first = bisect_right(quoted, start, key=lambda quotation: quotation.end)
    return quoted[first : bisect_left(quoted, end, lo=first, key=lambda quotation: quotation.start)]


def _belongs(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quotation], first: int, number: int) -> bool:
    """Whether this sentence goes on with the unit that begins at ``first``."""
    here, before, head = sentences[number], sentences[number - 1], sentences[first]
    if here.paragraph != head.paragraph or number - first >= MAX_SENTENCES or here.end - head.start > MAX_CHARACTERS:
        return False
    around = next(iter(_meeting(quoted, here.start, here.start + 1)), None)
    if around is not None and around.start < before.end:
        return True  # one quotation runs over both
    wholly = around is not None and here.end - around.end <= 1
    return wholly and _holds_both(text, quoted, head.start, before.end)


def _holds_both(text: str, quoted: Sequence[Quotation], start: int, end: int) -> bool:
    """Whether the stretch has a quotation and words around it: a bare quotation after it is the same voice (``"A," he said. "B."``)."""
    inside = [q for q in _meeting(quoted, start, end + 1) if q.start >= start and q.end <= end + 1]
    outside = end - start - sum(q.end - q.start for q in inside)
    return (
        bool(inside)
        and outside > len(inside) * 4
        and any(c.isalpha() for c in text[inside[-1].end : end] or text[start : inside[0].start])
    )
