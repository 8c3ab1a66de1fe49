"""Where lines begin and end, without the white space around them."""

from __future__ import annotations

from collections.abc import Iterator

_UNUSUAL = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Line ends beside the line feed."""


def unusual(text: str) -> bool:
    """Whether it may have line ends other than line feeds."""
    return any(map(text.__contains__, _UNUSUAL))


def line_spans(text: str, at: int = 0) -> Iterator[tuple[int, int, bool]]:
    """Each line's span from ``at`` on, and whether it ends its paragraph whatever follows. Linear."""
    return _unusual(text, at) if unusual(text) else _usual(text, at)


def _usual(text: str, at: int) -> Iterator[tuple[int, int, bool]]:
    """Lines parted by line feeds: no line is copied."""
    last = len(text)
    while at < last:
        stop = text.find("\n", at)
        stop = last if stop < 0 else stop
        yield (at, stop, False) if bare(text, at, stop) else _stripped(text[at:stop], at)
        at = stop + 1


def bare(text: str, start: int, end: int) -> bool:
    """Whether no white space is at the ends of a line."""
    return start == end or not (text[start].isspace() or text[end - 1].isspace())


def _unusual(text: str, at: int) -> Iterator[tuple[int, int, bool]]:
    """Lines parted by whatever Unicode knows as a line end."""
    for line in text[at:].splitlines(keepends=True):
        yield _stripped(line, at)
        at += len(line)


def _stripped(line: str, at: int) -> tuple[int, int, bool]:
    start = at + len(line) - len(line.lstrip())
    return start, start + len(line.strip()), line.endswith("\u2029")
