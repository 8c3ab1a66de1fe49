"""A picture of the article: a bar from its head to its end, with a pin where each claim lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimwire.models import Digest
from claimwire.render.pins import Mark, marked, pins
from claimwire.render.voices import Voice

_STEP = 28  # px between two levels of pins


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
    flags = [marked(number, 0, each, whole, mirrored) for number, each in enumerate(digest.summary.caveats, 1)]
    return Picture(pins(digest.summary, tints, whole, mirrored), tuple(flags), _breaks(digest, mirrored))


def _breaks(digest: Digest, mirrored: bool) -> tuple[float, ...]:
    sentences, whole = digest.sentences, len(digest.article.text) if digest.article else 1
    ends = [one.end for one, other in pairwise(sentences) if one.paragraph != other.paragraph]
    return tuple(round(100 - 100 * end / whole if mirrored else 100 * end / whole, 2) for end in ends)
