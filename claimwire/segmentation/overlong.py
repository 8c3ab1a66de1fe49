"""Cuts what is too long to be translated in one piece."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LIMIT = 600
"""Code points. The longest sentence of the news sets measured has 490; engines lose text well before 1,000."""
_LEAST = 150
"""A cut earlier than this would leave crumbs."""
_CLAUSE = re.compile(r"[;:,؛،—–](?=\s)|[，；：、]|[)\]](?=\s)")
_SPACE = re.compile(r"\s")
_SPACES = re.compile(r"\s*")


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of at most ``LIMIT`` code points, cut at the last clause end, else the last space, else between letters.

    ``text[start:end]`` begins and ends with no white space, and so does each piece. Linear.
    """
    while end - start > LIMIT:
        cut = _cut(text, start)
        yield start, start + len(text[start:cut].rstrip())
        match = _SPACES.match(text, cut, end)
        start = match.end() if match else cut
    yield start, end


def _cut(text: str, start: int) -> int:
    for pattern in (_CLAUSE, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, start + _LEAST, start + LIMIT)]
        if ends:
            return ends[-1]
    cut = start + LIMIT
    while cut > start + _LEAST and unicodedata.combining(text[cut]):
        cut -= 1  # a mark stays with its letter
    return cut
