"""How long an engine takes for an answer, so that no request is begun, and paid for, that the deadline would cut off."""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from claimwire.translators.patience import Clock, Deadline

_SEEN = 16  # answers: about two rounds of an engine that takes eight requests at a time
_MARGIN = 1.25  # the next answer may be a little slower than any of the few seen


@dataclass
class Pace:
    """The time that the last answers took. May be shared by threads."""

    clock: Clock
    _seconds: deque[float] = field(default_factory=lambda: deque(maxlen=_SEEN))
    _longest: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def within(self, deadline: Deadline) -> None:
        """Take note of how much time a call is given."""
        left = deadline.left()
        with self._lock:
            self._longest = max(self._longest, left if left < math.inf else 0.0)

    def needed(self) -> float:
        """Seconds that must be left to begin a request: a little more than the slowest of the last answers took; none before the first.

        Never more than half of the longest time that a call was given: an engine that has become slower than a whole run would else
        never be asked again.
        """
        with self._lock:
            return min(_MARGIN * max(self._seconds, default=0.0), self._longest / 2)

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Take the time of an answer; of a failure none, which may have been the deadline's own."""
        begun = self.clock.now()
        yield
        with self._lock:
            self._seconds.append(self.clock.now() - begun)
