"""Figures of a stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimwire.claims.figures import patterns, reading
from claimwire.claims.figures.dating import places
from claimwire.claims.figures.found import Found, together
from claimwire.claims.figures.patterns import Patterns
from claimwire.models import Figure


def numbers(text: str, start: int, end: int, language: str = "und") -> tuple[Figure, ...]:
    """Figures inside ``text[start:end]``, in order and apart: value and unit where they are sure, the span always exact.

    Dates, ordinals, times and numbers in names are none. Linear in the length of the stretch.
    """
    return figures(text, start, end, language, places(text, start, end, language))


def figures(text: str, start: int, end: int, language: str, dated: Sequence[re.Match[str]]) -> tuple[Figure, ...]:
    """The figures of a stretch whose dates are known."""
    known = patterns.load(language)
    found = sorted(_found(text, start, end, known), key=lambda each: (each.start, -each.end))
    apart = _apart(found, [match.span() for match in dated])
    return tuple(
        Figure(start=each.start, end=each.end, text=text[each.start : each.end], value=each.value(), unit=each.unit)
        for each in _ranged(text, _summed(text, apart), known)
    )


def _found(text: str, start: int, end: int, known: Patterns) -> Iterator[Found]:
    for match in known.digits.finditer(text, start, end):
        found = reading.in_digits(text, match, known)
        if found:
            yield found
    for match in known.words.finditer(text, start, end) if known.words else ():
        found = reading.in_words(match, known)
        if found:
            yield found


def _apart(found: Sequence[Found], dated: Sequence[tuple[int, int]]) -> list[Found]:
    """Without those that overlap a date, or one before them."""
    taken, kept = 0, []
    for each in found:
        at = bisect_right(dated, each.start, key=lambda span: span[1])
        if each.start >= taken and not (at < len(dated) and dated[at][0] < each.end):
            kept.append(each)
            taken = each.end
    return kept


def _summed(text: str, found: Sequence[Found]) -> list[Found]:
    """``2 million 300 thousand`` is one figure."""
    summed: list[Found] = []
    for each in found:
        before = summed[-1] if summed else None
        joined = together(before, each) if before and text[before.end : each.start].isspace() else None
        summed[-1 if joined else len(summed) :] = [joined or each]
    return summed


def _ranged(text: str, found: list[Found], known: Patterns) -> list[Found]:
    """In ``5-7 million euros`` the first is of millions of euros too, and in ``€5-7`` the second is of euros."""
    ranged = list(found)
    for at in range(len(found) - 1):
        one, other = ranged[at], ranged[at + 1]
        if not known.range.fullmatch(text, one.end, other.start):
            continue
        if one.scale == 1 and other.scale != 1:
            ranged[at] = one = replace(one, scale=other.scale)
        ranged[at] = replace(one, unit=one.unit or other.unit)
        ranged[at + 1] = replace(other, unit=other.unit or one.unit)
    return ranged
