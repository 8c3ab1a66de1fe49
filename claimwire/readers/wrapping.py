"""Hard-wrapped text: lines that a program broke at 60 to 100 columns are joined to the paragraphs they were."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from claimwire.readers.draft import Line

_WIDEST = 100  # columns; mail and wires wrap at 60 to 80, editors at 100; longer lines are paragraphs
_NARROWEST = 40  # below this, lines are verse, lists or captions
_FULL = 0.8  # of the widest line: hand-wrapped text is ragged
_SHARE = 0.7  # of all inner lines must be full before a text counts as wrapped


def _unspaced(char: str) -> bool:
    """Whether lines break before or after this letter without a space: Han, kana, fullwidth signs."""
    return unicodedata.east_asian_width(char) in {"W", "F"} and unicodedata.category(char)[0] in "LP"


def _columns(text: str) -> int:
    return len(text) + sum(map(_unspaced, text))


def _full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted: then the break is the wrapper's, not the writer's."""
    word = following[:1] if _unspaced(following[0]) else following.split(" ", 1)[0]
    return _columns(line) + 1 + _columns(word) > width * _FULL


def _inner(lines: Sequence[Line]) -> list[tuple[str, str]]:
    return [(one.text, other.text) for one, other in pairwise(lines) if one.text and other.text]


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Columns at which the text was wrapped, or None where each line is a paragraph."""
    pairs = _inner(lines)
    width = max(
        (_columns(one) for one, _ in pairs), default=0
    )  # lines that stand alone, such as headlines, may be longer
    if not _NARROWEST <= width <= _WIDEST or fmean(_full(*pair, width) for pair in pairs) < _SHARE:
        return None
    return width


def _paragraph(lines: Sequence[str]) -> str:
    """The lines as one: with spaces, but not between letters of scripts that have none."""
    gaps = ("" if _unspaced(one[-1]) and _unspaced(other[0]) else " " for one, other in pairwise(lines))
    return lines[0] + "".join(gap + line for gap, line in zip(gaps, lines[1:], strict=True))


def unwrap(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """Paragraphs of the kept lines. Furniture inside a paragraph follows it, and does not part it."""
    held: list[Line] = []
    paragraph: list[Line] = []
    for line in (*lines, Line("", 0)):
        if line.reason:
            held.append(line)
            continue
        if not (paragraph and line.text and _full(paragraph[-1].text, line.text, width)):
            if paragraph:
                yield Line(_paragraph([part.text for part in paragraph]), paragraph[0].number)
            yield from held
            held, paragraph = [], []
        if line.text:
            paragraph.append(line)
