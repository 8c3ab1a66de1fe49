"""The SQLite file of the translation memory: its tables, its versions, and what goes wrong with a file."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimwire.errors import BadSetting, TryLater

VERSION = 2
"""Of the tables' shape, kept in SQLite's ``user_version``."""

_SEGMENTS = """CREATE TABLE IF NOT EXISTS segments
    (segment TEXT, context TEXT, source TEXT NOT NULL, target TEXT NOT NULL, engine TEXT NOT NULL, text TEXT NOT NULL,
    row BLOB NOT NULL, used TEXT NOT NULL, PRIMARY KEY (segment, context)) WITHOUT ROWID"""
_FACTS = "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"


class Database:
    """One connection that threads take in turn; other processes are waited for.

    Raises:
        BadSetting: the file cannot be opened, or is not a memory that this version of claimwire can read.
        TryLater: another process held it for longer than ``patience`` seconds, or the disk is full.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self._path, self._lock = path, threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.OperationalError) as error:
            raise BadSetting(
                f"the translation memory {path} cannot be opened ({error}): "
                "set XDG_CACHE_HOME to a folder that may be written to, or name another file"
            ) from error
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def all(self, query: str, *values: str) -> list[Any]:
        """What a query finds."""
        with self._reporting():
            return self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is done inside, or none of it; nobody else writes meanwhile."""
        with self._reporting(), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _prepare(self) -> None:
        with self._reporting():
            # Write-ahead log: readers do not wait for the writer. NORMAL may lose the last rows at a power cut, never the file.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten, not only unlinked
        if self.all("PRAGMA user_version")[0][0] != VERSION:
            with self.transaction() as connection:
                self._make(connection)

    def _make(self, connection: sqlite3.Connection) -> None:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise BadSetting(
                f"{self._path} was written by a newer version of claimwire: update it, or name another file"
            )
        if version == 1:  # its rows are named by one hash of all together: no key of today can be made of them
            connection.execute("DROP TABLE IF EXISTS segments")
        connection.execute(_SEGMENTS)
        connection.execute(_FACTS)
        connection.execute(f"PRAGMA user_version = {VERSION}")

    @contextlib.contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except sqlite3.OperationalError as error:
            raise TryLater(f"the translation memory {self._path} cannot be used now: {error}") from error
        except sqlite3.DatabaseError as error:
            raise BadSetting(f"{self._path} is not a translation memory, or damaged ({error}): delete it") from error
