"""Marks in the picture of an article, and pins that do not touch."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.models import Span, Summary

_APART = 9.5  # per cent of the width that a pin takes on the narrowest screen: 26 px of 288
_LEAST = 0.6  # per cent: what is shorter is drawn so wide, or nobody would see it


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


def pins(summary: Summary, tints: dict[int, int], whole: int, mirrored: bool) -> tuple[Mark, ...]:
    """Each pin on the lowest level where it does not touch its neighbour."""
    marks = [marked(rank, tints[rank], claim, whole, mirrored) for rank, claim in enumerate(summary.claims, 1)]
    ends: list[float] = []
    pins = []
    for mark in sorted(marks, key=lambda mark: mark.middle):
        level = next((at for at, end in enumerate(ends) if mark.middle - end >= _APART), len(ends))
        ends[level : level + 1] = [mark.middle]
        pins.append(Mark(mark.number, mark.tint, mark.left, mark.width, level))
    return tuple(pins)


def marked(number: int, tint: int, span: Span, whole: int, mirrored: bool) -> Mark:
    """Where a claim or caveat lies in an article of ``whole`` characters."""
    width = max(_LEAST, 100 * (span.end - span.start) / whole)
    left = min(100 * span.start / whole, 100 - width)
    return Mark(number, tint, round(100 - left - width if mirrored else left, 2), round(width, 2))
