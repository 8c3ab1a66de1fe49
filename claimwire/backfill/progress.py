"""How far a backfill is, how fast, and for how long still."""

from __future__ import annotations

from collections import deque

from msgspec import Struct

WINDOW = 120.0
"""Seconds over which the rate is taken: long enough to be calm, short enough to forget what was passed over at the start."""


class Look(Struct, frozen=True, kw_only=True):
    """One look, ``at`` so many seconds: objects in all, those ``listed`` so far, and articles that wait or are in work.

    ``running``: whether there is still something to be listed; ``broken``: why the listing broke off, where it did.
    """

    at: float
    total: int
    listed: int
    waiting: int
    running: bool
    broken: str = ""

    @property
    def finished(self) -> int:
        """Objects that need no more work."""
        return max(0, self.listed - self.waiting)

    @property
    def over(self) -> bool:
        """Nothing is left."""
        return not self.running and not self.waiting


class Pace:
    """What follows from the looks of the last minutes."""

    def __init__(self) -> None:
        self._looks: deque[Look] = deque()

    def take(self, look: Look) -> None:
        """One more."""
        self._looks.append(look)
        while look.at - self._looks[0].at > WINDOW:
            self._looks.popleft()

    def rate(self) -> float:
        """Objects a second; 0 where nothing moved yet."""
        if not self._looks:
            return 0.0
        first, last = self._looks[0], self._looks[-1]
        passed = last.at - first.at
        return max(0.0, (last.finished - first.finished) / passed) if passed else 0.0

    def left(self) -> float | None:
        """Seconds to go; None where nobody can tell yet."""
        rate = self.rate()
        last = self._looks[-1] if rate else None
        return (last.total - last.finished) / rate if last and last.total else None
