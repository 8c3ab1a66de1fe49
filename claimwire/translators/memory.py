"""The translation memory in one SQLite file, for threads and processes alike."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from claimwire.errors import BadSetting, TryLater
from claimwire.models import Translated

VERSION = 1
"""Of the table's shape, kept in SQLite's ``user_version``."""

_TABLE = """CREATE TABLE IF NOT EXISTS segments
    (key TEXT PRIMARY KEY, row BLOB NOT NULL, used TEXT NOT NULL) WITHOUT ROWID"""
_GET = "SELECT key, row, used FROM segments WHERE key IN (SELECT value FROM json_each(?))"
_TOUCH = "UPDATE segments SET used = ? WHERE key IN (SELECT value FROM json_each(?))"
_PUT = "INSERT INTO segments VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET row = excluded.row, used = excluded.used"


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


class SqliteMemory:
    """Rows by opaque key, with the day of their last use.

    Args:
        path: the file; its folder is made.
        today: gives the day as ``yyyy-mm-dd``.
        patience: seconds to wait for another process that writes.

    Raises:
        BadSetting: the file is not a memory of ours.
        TryLater: another process held it for longer than that, or the disk is full.
    """

    def __init__(self, path: Path, today: Callable[[], str] = _today, patience: float = 30) -> None:
        self._path = path
        self._today = today
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.OperationalError) as error:
            raise BadSetting(f"the translation memory {path} cannot be opened ({error}): name another file") from error
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def get(self, keys: Sequence[str]) -> dict[str, Translated]:
        """The rows that are there; marks them as used today."""
        wanted, today = msgspec.json.encode(keys).decode(), self._today()
        with self._reporting():
            rows = self._connection.execute(_GET, (wanted,)).fetchall()
            if any(used < today for _, _, used in rows):
                self._connection.execute(_TOUCH, (today, wanted))
        return {key: msgspec.json.decode(row, type=Translated) for key, row, _ in rows}

    def put(self, rows: Mapping[str, Translated]) -> None:
        """Write rows, all or none; the last writer wins."""
        today = self._today()
        values = [(key, msgspec.json.encode(row), today) for key, row in rows.items()]
        with self._transaction():
            self._connection.executemany(_PUT, values)

    def expire(self, days: int) -> int:
        """Remove what was last used more than ``days`` days ago; returns how many rows went."""
        first = (date.fromisoformat(self._today()) - timedelta(days=days)).isoformat()
        with self._transaction():
            return self._connection.execute("DELETE FROM segments WHERE used < ?", (first,)).rowcount

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _prepare(self) -> None:
        with self._reporting():
            # Write-ahead log: readers do not wait for the writer. NORMAL may lose the last rows at a power cut, never the file.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
        with self._transaction():
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in {0, VERSION}:
                raise BadSetting(
                    f"{self._path} was written by another version of claimwire: delete it, or name another file"
                )
            self._connection.execute(_TABLE)
            self._connection.execute(f"PRAGMA user_version = {VERSION}")

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._reporting(), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            yield

    @contextlib.contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except sqlite3.OperationalError as error:
            raise TryLater(f"the translation memory {self._path} cannot be used now: {error}") from error
        except sqlite3.DatabaseError as error:
            raise BadSetting(f"{self._path} is not a translation memory, or damaged ({error}): delete it") from error
