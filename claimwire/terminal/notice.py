"""A notice in a terminal: what happened to which article, who speaks in it, and where to read it."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire import codes
from claimwire.letters import wrapped
from claimwire.models import Notice
from claimwire.terminal import screen
from claimwire.terminal.answers import paint


def lines(notice: Notice) -> Iterator[str]:
    """The title under what happened; the key, the reason or the speakers; a page a language, its address whole."""
    yield from _block(f"{notice.event.removeprefix('digest.')}: {notice.title or notice.key}", "bold", "")
    yield from _block(_about(notice), "", "  ")
    for file, url in notice.urls.items():
        if file.endswith(".html"):
            yield f"  {codes.name(file.split('.')[1])}: {url}"


def _about(notice: Notice) -> str:
    speakers = f"; {len(notice.claims)} key claim{'s' if len(notice.claims) > 1 else ''}, by {', '.join(notice.speakers) or 'nobody named'}"
    return f"{notice.key}{f': {notice.reason}' if notice.reason else speakers if notice.claims else ''}"


def _block(text: str, style: str, indent: str) -> Iterator[str]:
    for line in wrapped(text, screen.current().columns, indent, indent, isolated=True):
        yield paint(line, style) if style else line
