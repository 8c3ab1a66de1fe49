"""A picture of the article: a bar from its head to its end, with a pin where each claim lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimwire.models import Digest, Span, Summary
from claimwire.render.voices import Voice

_APART = 9.5  # per cent of the width that a pin takes on the narrowest screen: 26 px of 288
_LEAST = 0.6  # per cent: what is shorter is drawn so wide, or nobody would see it
_STEP = 28  # px between two levels of pins


@dataclass(frozen=True)
class Mark:
    """A claim or caveat in the bar: its number from 1, where it begins and how wide it is in per cent, and its pin's height in px."""

    number: int
    tint: int
    left: float
    width: float
    level: int = 0

    @property
    def middle(self) -> float:
        """Where the pin stands."""
        return round(self.left + self.width / 2, 2)


@dataclass(frozen=True)
class Picture:
    """All of it, from left to right; ``breaks`` are the ends of paragraphs."""

    pins: tuple[Mark, ...]
    flags: tuple[Mark, ...]
    breaks: tuple[float, ...]

    @property
    def height(self) -> int:
        """Of the pins above the bar, in px."""
        return _STEP * (1 + max((pin.level for pin in self.pins), default=0))

    def y(self, pin: Mark) -> int:
        """The middle of a pin's head, in px from above."""
        return self.height - _STEP * pin.level - _STEP // 2 - 2


def draw(digest: Digest, voices: Sequence[Voice], *, mirrored: bool) -> Picture | None:
    """The picture; ``mirrored`` where the page is read from right to left. None without text."""
    if digest.article is None or digest.summary is None or not digest.article.text:
        return None
    whole = len(digest.article.text)
    tints = {rank: voice.tint for voice in voices for rank in voice.ranks}
    flags = [_mark(number, 0, each, whole, mirrored) for number, each in enumerate(digest.summary.caveats, 1)]
    return Picture(_pins(digest.summary, tints, whole, mirrored), tuple(flags), _breaks(digest, mirrored))


def _pins(summary: Summary, tints: dict[int, int], whole: int, mirrored: bool) -> tuple[Mark, ...]:
    """Each pin on the lowest level where it does not touch its neighbour."""
    marks = [_mark(rank, tints[rank], claim, whole, mirrored) for rank, claim in enumerate(summary.claims, 1)]
    ends: list[float] = []
    pins = []
    for mark in sorted(marks, key=lambda mark: mark.middle):
        level = next((at for at, end in enumerate(ends) if mark.middle - end >= _APART), len(ends))
        ends[level : level + 1] = [mark.middle]
        pins.append(Mark(mark.number, mark.tint, mark.left, mark.width, level))
    return tuple(pins)


def _mark(number: int, tint: int, span: Span, whole: int, mirrored: bool) -> Mark:
    width = max(_LEAST, 100 * (span.end - span.start) / whole)
    left = min(100 * span.start / whole, 100 - width)
    return Mark(number, tint, round(100 - left - width if mirrored else left, 2), round(width, 2))


def _breaks(digest: Digest, mirrored: bool) -> tuple[float, ...]:
    sentences, whole = digest.sentences, len(digest.article.text) if digest.article else 1
    ends = [one.end for one, other in pairwise(sentences) if one.paragraph != other.paragraph]
    return tuple(round(100 - 100 * end / whole if mirrored else 100 * end / whole, 2) for end in ends)
