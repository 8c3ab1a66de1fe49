"""Quotations: where they open and close, in the marks of many languages."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from claimwire.claims.quotations.closings import closings, mixed
from claimwire.claims.quotations.marks import (
    CLOSERS,
    PLAIN,
    opens,
)
from claimwire.claims.quotations.unclosed import announced, goes_on, leads

_MARKS = "".join(dict.fromkeys("".join(CLOSERS) + "".join(CLOSERS.values())))
_MARK = re.compile(f"[{_MARKS}]")
_TWOS = ("''", "``")
_TWICE = re.compile(
    r"''|``"
)  # typewriters' quotation marks: as long as the one mark and the blank that stand for them here
_PARAGRAPH = re.compile(r"(?>(?:[^\n]++|\n(?!\n))+)")


class Quotation(Struct, frozen=True):
    """Half-open span, marks included. ``closed`` is False where the speech goes on in the next paragraph.

    ``begun`` is False where it has come over from the paragraph before, and no mark opens it anew.
    """

    start: int
    end: int
    closed: bool = True
    begun: bool = True


def quotations(text: str) -> list[Quotation]:
    """Outermost quotations, in order; none crosses a paragraph. Linear time.

    A mark that opens and never closes counts only at the head of its paragraph or after a colon, comma or sentence, and only where
    the next mark after its paragraph closes it, or opens a paragraph: the speech goes on. The paragraphs before that mark are then
    quotations too.
    """
    doubled = _TWICE.search(text) is not None
    found = _found(_TWICE.sub(_single, text) if doubled else text)
    return [_with_both(text, quotation) for quotation in found] if doubled else found


def _single(mark: re.Match[str]) -> str:
    opens = mark[0] == "``" or mark.string[mark.end() : mark.end() + 1].isalnum()
    return ' "' if opens else '" '


def _with_both(text: str, quotation: Quotation) -> Quotation:
    """The quotation with both characters of the marks at its ends."""
    start, end = quotation.start, quotation.end
    start -= text[max(0, start - 1) : start + 1] in _TWOS
    end += text[end - 1 : end + 1] in _TWOS
    return replace(quotation, start=start, end=end)


def _found(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    until = 0  # where the speech that is open closes
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        if until >= end:
            found.append(Quotation(start, end, closed=False, begun=False))
            continue
        if until > start:
            found.append(Quotation(start, until + 1, begun=False))
            start = until + 1
        found += _within(text, start, end)
        if found and not found[-1].closed and found[-1].end == end:
            until = goes_on(text, end, text[found[-1].start]) or 0
    return found


def _within(text: str, start: int, end: int) -> list[Quotation]:
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    pairs = {opener: closings(text, marks, opener) for opener in {text[at] for at in marks} & CLOSERS.keys()}
    found: list[Quotation] = []
    for number, opened in enumerate(marks):
        if (found and opened < found[-1].end) or not opens(text, opened):
            continue
        closing = pairs[text[opened]].get(opened) or mixed(text, marks[number : number + 2])
        if closing is not None:
            found.append(Quotation(opened, closing + 1))
        elif _open_end(text, start, end, opened):
            return [*found, Quotation(opened, end, closed=False)]
        elif text[opened] not in PLAIN and announced(text, start, opened):
            return [*found, Quotation(opened, end)]
    return found


def _open_end(text: str, start: int, end: int, opened: int) -> bool:
    """Whether the speech that opens here goes on after its paragraph: one that opens within a clause must close soon."""
    closing = goes_on(text, end, text[opened])
    if closing is None or leads(text, start, opened):
        return closing is not None
    return bool(closing) and text[opened + 1 : opened + 2].isalpha() and text.count("\n\n", end, closing) <= 1
