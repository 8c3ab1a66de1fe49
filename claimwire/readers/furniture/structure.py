"""Furniture that shows by its place: a headline or standfirst said twice, a line that is only the byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from claimwire.readers.draft import Line
from claimwire.readers.furniture import is_caveat

_NOT_WORD = re.compile(r"\W+")
_STANDFIRST = 40  # bytes of UTF-8, so that dense scripts count more: below it a short answer may truly be given twice
_NAME = 3  # letters: a name of two Han characters and a space; shorter ones are in any text
_BESIDE_NAME = 10  # letters around it: "by", "Автор", "特派員", but not "the trial of"


def _same(text: str | None) -> str:
    """The text as it is compared: letters and digits, case aside."""
    return _NOT_WORD.sub(" ", text or "").casefold().strip()


def without_repeats(lines: Iterable[Line], title: str | None, byline: str | None) -> Iterator[Line]:
    """The lines, with reasons on those that repeat the title, the byline or an earlier line."""
    headline, author = _same(title), _same(byline)
    seen: set[str] = set()
    for line in lines:
        key = _same(line.text)
        reason = line.reason or _reason(key, headline, author, seen)
        yield replace(line, reason=reason) if reason and not is_caveat(line.text) else line
        seen.add(key)


def _reason(key: str, headline: str, author: str, seen: set[str]) -> str | None:
    if not key:
        return None
    if key == headline:
        return "repeated headline"
    if len(author) >= _NAME and author in key and len(key) - len(author) <= _BESIDE_NAME:
        return "byline"
    return "repeated line" if key in seen and len(key.encode()) >= _STANDFIRST else None
