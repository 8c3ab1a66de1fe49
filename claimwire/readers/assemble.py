"""A reader's draft to an Article: headline first, furniture out, offsets exact."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.errors import Refused
from claimwire.models import Article, Barred, Removed
from claimwire.readers.draft import Draft, Line
from claimwire.readers.furniture import barred, is_caveat, parted
from claimwire.readers.furniture.shape import only_looks, terminated
from claimwire.readers.furniture.structure import without_repeats

_GAP = "\n\n"
_HEADLINE = 150  # characters; longer first lines are standfirsts


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _headline(lines: Sequence[Line]) -> str | None:
    """The first line, where it is short, no sentence, and followed by text."""
    kept = [line.text for line in lines if line.text and not line.reason]
    first = kept[0] if len(kept) > 1 else ""
    return first if _has_letters(first) and len(first) <= _HEADLINE and not terminated(first) else None


def _paragraphs(draft: Draft) -> tuple[str | None, list[Line]]:
    """The title, and the lines below it with their reasons."""
    lines = [part for line in draft.lines if line.text for part in parted(line)]
    title = draft.title or _headline(lines)
    if not draft.title and title:
        first = next(place for place, line in enumerate(lines) if not line.reason)
        lines = [*lines[:first], *lines[first + 1 :]]
    return title, list(without_repeats(lines, title, draft.byline))


def _why_barred(line: Line) -> str | None:
    reason = barred(line.text) or ("shape" if line.heading or only_looks(line.text) else None)
    return None if reason and is_caveat(line.text) else reason


def _lay_out(title: str | None, lines: Sequence[Line]) -> tuple[str, tuple[Removed, ...], tuple[Barred, ...]]:
    """The text, what was taken out, and what may not be a claim. ``Removed.at`` is the end of the paragraph before."""
    pieces = [title] if title else []
    at = len(title or "")
    removed: list[Removed] = []
    bars = [Barred(start=0, end=at, text=title, reason="headline")] if title else []
    for line in lines:
        if line.reason:
            removed.append(Removed(text=line.text, reason=line.reason, line=line.number, at=at))
            continue
        start = at + len(_GAP) if pieces else 0
        at = start + len(line.text)
        pieces.append(line.text)
        if reason := _why_barred(line):
            bars.append(Barred(start=start, end=at, text=line.text, reason=reason))
    return _GAP.join(pieces), tuple(removed), tuple(bars)


def _refuse_empty(draft: Draft, kept: Sequence[Line]) -> None:
    """Raises Refused where no article is left."""
    if any(_has_letters(line.text) for line in kept):
        return
    if any(_has_letters(line.text) for line in draft.lines):
        raise Refused(
            "The article is nothing but page furniture (advertisements, links, notices): upload the page with its text."
        )
    raise Refused("There is nothing to read: the file holds no letters. Upload an article with text in it.")


def assemble(draft: Draft, name: str) -> Article:
    """The article of a draft.

    Raises:
        Refused: No text is left.
    """
    title, lines = _paragraphs(draft)
    _refuse_empty(draft, [line for line in lines if not line.reason])
    text, removed, bars = _lay_out(title, lines)
    return Article(
        name=name,
        format=draft.format,
        text=text,
        title=title,
        byline=draft.byline,
        published=draft.published,
        site=draft.site,
        url=draft.url,
        declared_language=draft.declared_language,
        removed=removed,
        barred=bars,
        notes=draft.notes,
    )
