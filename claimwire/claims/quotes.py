"""Quotations: where they open and close, in the marks of many languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What may close a quotation that this mark opened: „…“ and „…” are both German and Polish use, ”…” is Swedish and Finnish.
_CLOSERS = {
    "“": "”",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"',
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
    "‹": "›",
}
_APOSTROPHES = frozenset("'‘’")
_MARK = re.compile("[" + "".join(dict.fromkeys("".join(_CLOSERS) + "".join(_CLOSERS.values()))) + "]")
_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Half-open span, marks included. ``closed`` is False where the speech goes on in the next paragraph."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str) -> list[Quotation]:
    """Outermost quotations, in order; none crosses a paragraph.

    A mark that opens and never closes counts only at the head of its paragraph or after a colon or comma: the speech goes on.
    """
    return [quotation for match in _PARAGRAPH.finditer(text) for quotation in _within(text, match.start(), match.end())]


def _within(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    at = start
    while match := _MARK.search(text, at, end):
        opened, at = match.start(), match.end()
        if not _opens(text, opened):
            continue
        closing = _closing(text, at, end, _CLOSERS[match[0]])
        if closing is not None:
            found.append(Quotation(opened, closing + 1))
            at = closing + 1
        elif text[start:opened].rstrip()[-1:] in ("", ":", ","):
            return [*found, Quotation(opened, end, closed=False)]
    return found


def _opens(text: str, at: int) -> bool:
    if text[at] not in _CLOSERS:
        return False
    if text[at] in _APOSTROPHES:  # an apostrophe opens nothing: ‘tis, rock ’n’ roll, the ’90s
        return (at == 0 or text[at - 1].isspace() or text[at - 1] in '(["“') and text[at + 1 : at + 2].isalpha()
    return at == 0 or not text[at - 1].isalnum() or text[at] in "「『“„«"


def _closing(text: str, start: int, end: int, closers: str) -> int | None:
    """Where the quotation closes; a mark that may be an apostrophe closes one only after a stop, or where no other can."""
    places = [at for at in range(start, end) if text[at] in closers]
    if closers[0] not in _APOSTROPHES:
        return places[0] if places else None
    free = [at for at in places if not text[at + 1 : at + 2].isalnum()]
    after_stop = [at for at in free if text[at - 1] in ",.!?…"]
    return next(iter(after_stop or free), None)
