"""Paragraphs, and the line ends inside them that end a sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

SPACES = re.compile(r"\s+")
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028]")
_NARROW = 40
"""Nobody wraps prose under 40 columns: a paragraph of shorter lines is verse, a list or headlines."""
_WRAPPED = 110
"""Nobody wraps it over 110 columns either: longer lines are whole paragraphs, one a line."""
_DENSE = "\u2e80"
"""From here on (CJK) words are not parted by spaces, so a line is filled to the last character or two."""


def breaks(space: str) -> int:
    """How many line breaks a run of white space holds; a paragraph separator counts as two."""
    return len(_BREAKS.findall(space)) + 2 * space.count("\u2029")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the paragraphs, parted by empty lines; no white space at their ends. Linear."""
    start = len(text) - len(text.lstrip())
    for gap in SPACES.finditer(text, start):
        if breaks(gap[0]) > 1 or gap.end() == len(text):
            yield start, gap.start()
            start = gap.end()
    if start < len(text):
        yield start, len(text)


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of a paragraph's lines, where lines that only wrap at a margin count as one."""
    spans = list(_physical(text, start, end))
    width = max(line_end - line_start for line_start, line_end in spans)
    begun = start
    for (line_start, line_end), (following, following_end) in itertools.pairwise(spans):
        fits = line_end - line_start + _first_word(text[following:following_end]) <= width
        if not _wraps(text[following], width, fits=fits or len(spans) < 3):
            yield begun, line_end
            begun = following
    yield begun, end


def _physical(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in SPACES.finditer(text, start, end):
        if breaks(gap[0]):
            yield start, gap.start()
            start = gap.end()
    yield start, end


def _first_word(line: str) -> int:
    """What the margin would have had to hold, with the space before it."""
    return 2 if line[0] >= _DENSE else 1 + len(line[:60].split(None, 1)[0])


def _wraps(following: str, width: int, *, fits: bool) -> bool:
    """Whether the line end is the margin's doing: the next goes on in lower case, or its first word had no room."""
    if not _NARROW <= width <= _WRAPPED:
        return False
    return following.islower() or (following.isalnum() and not fits)
