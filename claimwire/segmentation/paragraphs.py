"""Paragraphs, and the line ends inside them that end a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claimwire.segmentation.linespans import bare, line_spans, unusual

Spans = list[tuple[int, int]]

_NARROW = 40
"""Nobody wraps prose under 40 columns: a paragraph of shorter lines is verse, a list or headlines."""
_WRAPPED = 110
"""Nobody wraps it over 110 columns either: longer lines are whole paragraphs, one a line."""
_DENSE = "\u2e80"
"""From here on (CJK) words are not parted by spaces, so a line is filled to the last character or two."""


def paragraphs(text: str) -> Iterator[Spans]:
    """The lines of each paragraph as spans; empty lines part paragraphs; no white space at a span's ends. Linear."""
    at, last = 0, 0 if unusual(text) else len(text)
    while at < last:  # the shape of what this package reads: a line a paragraph, and an empty one between
        stop = text.find("\n", at)
        stop = last if stop < 0 else stop
        if (not text.startswith("\n", stop + 1) and stop < last) or not bare(text, at, stop):
            break
        if at < stop:
            yield [(at, stop)]
        at = stop + 2
    if at < len(text):
        yield from _paragraphs(text, at)


def _paragraphs(text: str, at: int) -> Iterator[Spans]:
    found: Spans = []
    for start, end, parts in line_spans(text, at):
        if start < end:
            found.append((start, end))
        if found and (parts or start == end):
            yield found
            found = []
    if found:
        yield found


def lines(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A paragraph's lines, where lines that only wrap at a margin count as one."""
    width = max(end - start for start, end in spans)
    begun = spans[0][0]
    for (start, end), (following, following_end) in itertools.pairwise(spans):
        fits = end - start + _first_word(text[following:following_end]) <= width
        if not _wraps(text[following], width, fits=fits or len(spans) < 3):
            yield begun, end
            begun = following
    yield begun, spans[-1][1]


def _first_word(line: str) -> int:
    """What the margin would have had to hold, with the space before it."""
    return 2 if line[0] >= _DENSE else 1 + len(line[:60].split(None, 1)[0])


def _wraps(following: str, width: int, *, fits: bool) -> bool:
    """Whether the line end is the margin's doing: the next goes on in lower case, or its first word had no room."""
    if not _NARROW <= width <= _WRAPPED:
        return False
    return following.islower() or (following.isalnum() and not fits)
