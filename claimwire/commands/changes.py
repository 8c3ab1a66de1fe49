"""What changed in a folder and has come to rest: a file that is still being written, or is gone for an instant, waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Mark = tuple[int, int, int]
"""A file's size in bytes, time of last change in nanoseconds, and inode: another one is another file, or another text."""

BEFORE: Mark = (-1, -1, -1)  # of a file that an earlier watcher knew: whatever is there now is looked at again


class Changes:
    """Which files are due. A scan hands in all marks of a moment; what did not change for ``settle`` seconds is due."""

    def __init__(self, known: Iterable[Path] = (), settle: float = 2.0) -> None:
        self.settle = settle
        self._done: dict[Path, Mark] = dict.fromkeys(known, BEFORE)
        self._seen: dict[Path, tuple[Mark | None, float]] = {}

    @property
    def known(self) -> list[Path]:
        """Files that were acted upon and not removed since."""
        return sorted(self._done)

    def due(self, found: Mapping[Path, Mark], now: float) -> Iterator[tuple[Path, Mark | None]]:
        """Files to act upon, in order; without a mark those that are gone."""
        for path in sorted(found.keys() | self._done.keys()):
            mark = found.get(path)
            if self._done.get(path) == mark:
                self._seen.pop(path, None)
            elif self._since(path, mark, now) + self.settle <= now:
                yield path, mark

    def acted(self, path: Path, mark: Mark | None) -> None:
        """It was acted upon."""
        self._seen.pop(path, None)
        if mark is None:
            self._done.pop(path, None)
        else:
            self._done[path] = mark

    def later(self, path: Path, mark: Mark | None, moment: float) -> None:
        """It could not be acted upon: not before ``moment`` again, unless it changes."""
        self._seen[path] = (mark, moment - self.settle)

    def _since(self, path: Path, mark: Mark | None, now: float) -> float:
        before = self._seen.get(path)
        if before is None or before[0] != mark:
            self._seen[path] = (mark, now)
            return now
        return before[1]
