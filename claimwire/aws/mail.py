"""A notice as an e-mail that a person likes to read."""

from __future__ import annotations

import textwrap

from claimwire import codes
from claimwire.models import Notice

_MAX_SUBJECT = 99  # SNS wants fewer than 100 characters, ASCII, no line break
_WIDTH = 72
_EVENTS = {
    "digest.ready": "New",
    "digest.updated": "Updated",
    "digest.refused": "Refused",
    "digest.failed": "Failed",
    "digest.deleted": "Deleted",
}


def subject(notice: Notice) -> str:
    """One line of printable ASCII that begins with a letter, as SNS asks; other letters are named by the key or left out."""
    title = " ".join((notice.title or notice.key).split())
    plain = "".join(character for character in title if " " <= character <= "~").strip()
    # Half of a title is worse than none: a headline in another script gives way to the language's name.
    if not plain or len(plain) < len(title) * 0.8:
        plain = f"article in {codes.name(notice.source_language)}"
    return f"{_EVENTS[notice.event]}: {plain}"[:_MAX_SUBJECT].rstrip()


def body(notice: Notice) -> str:
    """Title, what happened, the claims, and the links; wrapped at 72 columns, links never broken."""
    parts = [notice.title or notice.key, _happened(notice)]
    parts += [
        textwrap.fill(claim, _WIDTH, initial_indent=f"{number}. ", subsequent_indent="   ")
        for number, claim in enumerate(notice.claims, 1)
    ]
    pages = {file: url for file, url in notice.urls.items() if file.endswith(".html")}
    parts.append("\n".join(f"{codes.name(file.split('.')[1])}: {url}" for file, url in pages.items()))
    return "\n\n".join(part for part in parts if part) + "\n"


def _happened(notice: Notice) -> str:
    if notice.reason:
        return textwrap.fill(f"{_EVENTS[notice.event]}: {notice.reason}", _WIDTH)
    speakers = f" Speakers: {', '.join(notice.speakers)}." if notice.speakers else ""
    return textwrap.fill(f"{_EVENTS[notice.event]}, in {codes.name(notice.source_language)}.{speakers}", _WIDTH)
