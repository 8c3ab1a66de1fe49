"""What a page says of itself, made safe to keep: one line, bounded, and None rather than wrong."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from claimwire.codes import canonical
from claimwire.errors import BadSetting
from claimwire.readers.characters import tidy

_LONGEST = 300  # characters; longer titles and bylines are body text in the wrong field
_LONGEST_URL = 2000  # what browsers and sitemaps take
_URL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_BEHIND = re.compile(r"\s{0,2}[|｜：:·–—-]{1,2}\s{0,2}\S")  # what parts a headline from the site or section behind it


def field(value: str | None) -> str | None:
    """A short line of text, or None where there is none or it is too long to be one."""
    line = tidy(value[: _LONGEST * 4]) if value else ""
    return line if 0 < len(line) <= _LONGEST else None


def unescaped(value: str, longest: int = _LONGEST * 4) -> str:
    """Without the html escapes that pages leave in values that are no html."""
    return html.unescape(value[:longest])


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


def headline(title: str | None, site: str | None = None, headings: Iterable[str] = ()) -> str | None:
    """The title without the site's name behind it, as the site's name itself or one of the page's headings shows it."""
    line = field(title)
    if line is None:
        return None
    fronts = [*map(tidy, headings), line[: -len(site)].rstrip(" |｜：:·–—-") if site and line.endswith(site) else ""]
    return next(
        (front for front in fronts if front and line.startswith(front) and _BEHIND.match(line, len(front))), line
    )
