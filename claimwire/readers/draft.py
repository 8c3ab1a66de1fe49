"""What a format's reader hands on: lines as they stood, and what the page says of itself."""

from __future__ import annotations

from msgspec import Struct

from claimwire.readers.characters import tidy
from claimwire.readers.limits import check_text


class Line(Struct, frozen=True):
    """A line or a paragraph: tidy text, its number from 1 in the extracted text, and why it is furniture, if it is.

    ``heading`` says that the format itself marks the line as a subhead: it may not be a claim, whatever its shape.
    """

    text: str
    number: int
    reason: str | None = None
    heading: bool = False


class Draft(Struct, frozen=True, kw_only=True):
    """An article before furniture is told from prose; each line is a paragraph. ``notes`` are for people."""

    format: str
    lines: tuple[Line, ...]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None
    declared_language: str | None = None
    notes: tuple[str, ...] = ()


def numbered(text: str) -> tuple[Line, ...]:
    """The lines of a text, tidied; an empty one stays, as the mark between paragraphs.

    Raises:
        Refused: The text is too long, or has too many lines.
    """
    check_text(len(text))
    rows = text.splitlines()
    check_text(len(text), len(rows))
    return tuple(Line(tidy(row), number) for number, row in enumerate(rows, 1))
