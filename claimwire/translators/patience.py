"""How long to wait for an engine, and when to stop asking it."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from claimwire.errors import TryLater

_FIRST, _LONGEST = 0.25, 8.0  # seconds
TRIES = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """The present in seconds, sleep, and chance from 0 to 1: a test's own, where it wants."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment by which all must be done, by the clock; infinite where none was set."""

    clock: Clock = Clock()
    end: float = float("inf")

    def left(self) -> float:
        """Seconds until then; less than none once it is over."""
        return self.end - self.clock.now()

    def wait(self, seconds: float, reason: str) -> None:
        """Sleep, or raise TryLater at once where the time would be over."""
        self.spare(seconds, reason)
        if seconds:  # a sleep of none gives the processor away, which is milliseconds on a busy machine
            self.clock.sleep(seconds)

    def spare(self, seconds: float, reason: str) -> None:
        """Raise TryLater where so many are not left."""
        if self.clock.now() + seconds >= self.end:
            raise TryLater(f"out of time: {reason}")


def pause(attempt: int, clock: Clock, named: float | None) -> float:
    """Seconds before the attempt after number ``attempt`` (from 1): what the service named, or a random share of twice as long as before.

    Full jitter (Brooker 2015, AWS Architecture Blog), so that many functions that failed together do not return together.
    """
    return named if named is not None else clock.chance() * min(_LONGEST, _FIRST * 2**attempt)


@dataclass
class Breaker:
    """Stops asking an engine after so many failures in a row, and lets one request try again when it has rested."""

    clock: Clock
    most: int = 10
    rest: float = 30.0
    _failures: int = 0
    _until: float = 0.0
    _reason: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self) -> None:
        """Raise TryLater while the engine rests."""
        with self._lock:
            if self._failures >= self.most:
                if self.clock.now() < self._until:
                    raise TryLater(self._reason)
                self._until = self.clock.now() + self.rest  # this request alone tries

    def failed(self, reason: str, *, for_good: bool = False) -> None:
        """Count a failure; ``for_good``: the engine said itself that it is out of order."""
        with self._lock:
            self._failures = self.most if for_good else self._failures + 1
            self._reason, self._until = reason, self.clock.now() + self.rest

    def worked(self) -> None:
        """An answer came: all is well."""
        with self._lock:
            self._failures = 0


@dataclass
class Bucket:
    """At most so many requests a second, evenly (a token bucket that holds one second's worth)."""

    clock: Clock
    per_second: float | None
    _next: float = float("-inf")
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def turn(self) -> float:
        """Seconds to wait for one's turn, which is taken thereby."""
        if self.per_second is None:
            return 0.0
        with self._lock:
            now = self.clock.now()
            self._next = max(self._next, now - 1) + 1 / self.per_second
            return max(0.0, self._next - now)
