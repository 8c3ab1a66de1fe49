"""What a page says of itself, made safe to keep: one line, bounded, and None rather than wrong."""

from __future__ import annotations

import re

from claimwire.codes import canonical
from claimwire.errors import BadSetting
from claimwire.readers.characters import tidy

_LONGEST = 300  # characters; longer titles and bylines are body text in the wrong field
_LONGEST_URL = 2000  # what browsers and sitemaps take
_URL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_TITLE_PARTS = (" | ", " - ", " – ", " — ", " :: ")


def field(value: str | None) -> str | None:
    """A short line of text, or None where there is none or it is too long to be one."""
    line = tidy(value[: _LONGEST * 4]) if value else ""
    return line if 0 < len(line) <= _LONGEST else None


def address(value: str | None) -> str | None:
    """An absolute http(s) URL, or None: a ``javascript:`` link must not get into results."""
    line = tidy(value[: _LONGEST_URL * 2]) if value else ""
    return line if len(line) <= _LONGEST_URL and _URL.fullmatch(line) else None


def language(value: str | None) -> str | None:
    """A language code that claimwire knows, or None."""
    try:
        return canonical(tidy(value[:_LONGEST])) if value else None
    except BadSetting:
        return None


def headline(title: str | None, site: str | None) -> str | None:
    """The title without the site's name behind it."""
    line = field(title)
    for part in _TITLE_PARTS:
        if line and site and line.casefold().endswith(f"{part}{site}".casefold()):
            line = line[: -len(part) - len(site)].strip()
    return line or None
