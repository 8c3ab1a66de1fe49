"""What was sent to each engine, and how much of it came to something."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Sequence


class Meter:
    """Characters by engine: ``total`` of all that was sent, repeats included, and ``used`` of the segments whose answers were kept.

    ``remembered`` counts the segments that no engine was asked for, as the memory had their answers.
    """

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self.used: Counter[str] = Counter()
        self.remembered = 0
        self._asked: set[str] = set()
        self._open: set[str] = set()
        self._lock = threading.Lock()

    def asking(self, texts: Iterable[str]) -> None:
        """An engine is going to be asked for these segments."""
        with self._lock:
            self._asked = set(texts)
            self._open = self._asked.copy()

    def came(self, text: str) -> None:
        """A segment's answer came, good or bad."""
        with self._lock:
            self._open.discard(text)

    def progress(self) -> tuple[int, int]:
        """How many segments were answered, of how many that the present engine is asked for."""
        with self._lock:
            return len(self._asked) - len(self._open), len(self._asked)

    def sent(self, engine: str, texts: Sequence[str]) -> None:
        """A request leaves."""
        with self._lock:
            self.total[engine] += sum(map(len, texts))

    def kept(self, engine: str, text: str) -> None:
        """A segment's answer was kept."""
        with self._lock:
            self.used[engine] += len(text)

    def recalled(self, count: int) -> None:
        """So many segments came from the memory."""
        with self._lock:
            self.remembered += count

    def reading(self) -> Counter[str]:
        """``total`` as it stands: the difference of two readings is what was sent between them."""
        with self._lock:
            return self.total.copy()
