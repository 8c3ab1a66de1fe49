"""How far a long step is, asked anew each time that its line is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable

Counts = Callable[[], tuple[int, int]]
"""How many are done, of how many."""
_SOON = 1.0  # seconds: what takes no longer needs no figures


class Counted:
    """The figures of one step, and what is left of its time at the pace so far; ``counts`` may begin anew."""

    def __init__(self, counts: Counts, what: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._counts, self._what, self._clock = counts, what, clock
        self._begun, self._before = clock(), (0, 0)

    def text(self) -> str:
        """``340 of 900 sentences, 12 s left``; nothing in the first second."""
        now, (done, of) = self._clock(), self._counts()
        if done < self._before[0] or of != self._before[1]:
            self._begun = now
        self._before = (done, of)
        elapsed = now - self._begun
        if not of or elapsed < _SOON:
            return ""
        left = f", {_spoken(elapsed / done * (of - done))} left" if done else ""
        return f"{done:,} of {of:,} {self._what}{left}"


def _spoken(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
