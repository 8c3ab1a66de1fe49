"""The ledger in one SQLite file: what the command line runs on, and what tests run on."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from claimwire.models import Notice
from claimwire.ports import Account

_TABLES = """
CREATE TABLE IF NOT EXISTS versions (article_id TEXT, version TEXT, attempts INTEGER NOT NULL DEFAULT 0, paid INTEGER NOT NULL DEFAULT 0,
    holder TEXT NOT NULL DEFAULT '', until REAL NOT NULL DEFAULT 0, progress INTEGER NOT NULL DEFAULT 0, announced TEXT NOT NULL DEFAULT '',
    notice BLOB, PRIMARY KEY (article_id, version));
CREATE TABLE IF NOT EXISTS notes (article_id TEXT PRIMARY KEY, text TEXT NOT NULL);
"""
_ACCOUNT = (
    "SELECT attempts, paid, holder, until, progress, announced FROM versions WHERE article_id = ? AND version = ?"
)
_LEASE = """INSERT INTO versions (article_id, version, attempts, holder, until) VALUES (:article, :version, 1, :holder, :until)
    ON CONFLICT DO UPDATE SET attempts = attempts + 1, holder = :holder, until = :until, progress = 0
    WHERE holder IN ('', :holder) OR until < :now"""
_NEWER = "ALTER TABLE versions ADD COLUMN progress INTEGER NOT NULL DEFAULT 0"
_PROGRESSED = """UPDATE versions SET paid = paid + :paid, progress = iif(holder = :holder, 1, progress)
    WHERE article_id = :article AND version = :version"""
_RELEASE = """UPDATE versions SET paid = paid + :paid, until = iif(holder = :holder, 0, until),
    progress = iif(holder = :holder, 0, progress), holder = iif(holder = :holder, '', holder)
    WHERE article_id = :article AND version = :version"""
_BUSY = "SELECT max(until) FROM versions WHERE article_id = ? AND holder != ''"
_KILLED = "SELECT 1 FROM versions WHERE article_id = ? AND progress AND instr(holder, ?) = 1 AND until <= ?"
_MARK = """INSERT INTO versions (article_id, version, announced, notice) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET announced = excluded.announced, notice = excluded.notice"""
_NOTE = "INSERT OR REPLACE INTO notes VALUES (?, ?)"


class SqliteLedger:
    """The port's Ledger; each change is one statement, so processes may share the file."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._now = path, now
        with closing(self._connect()) as database:
            database.executescript(_TABLES)
            with suppress(sqlite3.OperationalError):  # there already, save in a file of an earlier release
                database.execute(_NEWER)

    def account(self, article_id: str, version: str) -> Account:
        """What is written down so far."""
        with closing(self._connect()) as database:
            row = database.execute(_ACCOUNT, (article_id, version)).fetchone()
        return (
            msgspec.convert(dict(zip(Account.__struct_fields__, row, strict=True)), Account, strict=False)
            if row
            else Account()
        )

    def lease(self, article_id: str, version: str, holder: str, seconds: float) -> float:
        """Take the version; 0, or the seconds that another's lease still lasts."""
        now = self._now()
        values = {"article": article_id, "version": version, "holder": holder, "until": now + seconds, "now": now}
        if self._change(_LEASE, values):
            return 0.0
        return max(self.account(article_id, version).until - now, 0.001)

    def progressed(self, article_id: str, version: str, holder: str, paid: int) -> None:
        """Note that the holder's run brought something about, and add what was paid."""
        self._change(_PROGRESSED, {"article": article_id, "version": version, "holder": holder, "paid": paid})

    def release(self, article_id: str, version: str, holder: str, paid: int) -> None:
        """Give it back, and add what was paid."""
        self._change(_RELEASE, {"article": article_id, "version": version, "holder": holder, "paid": paid})

    def busy(self, article_id: str) -> float:
        """Seconds that a lease of it still lasts."""
        with closing(self._connect()) as database:
            (until,) = database.execute(_BUSY, (article_id,)).fetchone()
        return max((until or 0.0) - self._now(), 0.0)

    def killed(self, article_id: str, holders: str) -> bool:
        """Whether one of them made progress, and did not live to give its lease back."""
        with closing(self._connect()) as database:
            return database.execute(_KILLED, (article_id, holders, self._now())).fetchone() is not None

    def announced(self, article_id: str, version: str) -> str:
        """The id of the notice that went out last."""
        return self.account(article_id, version).announced

    def mark_announced(self, notice: Notice) -> None:
        """Set the mark, with the notice and its URLs."""
        self._change(_MARK, (notice.article_id, notice.version, notice.id, msgspec.json.encode(notice)))

    def note(self, article_id: str, text: str) -> None:
        """Write down why a run broke."""
        self._change(_NOTE, (article_id, text))

    def noted(self, article_id: str) -> str:
        """What was written down last."""
        with closing(self._connect()) as database:
            row = database.execute("SELECT text FROM notes WHERE article_id = ?", (article_id,)).fetchone()
        return row[0] if row else ""

    def _change(self, statement: str, values: dict[str, object] | tuple[object, ...]) -> int:
        """Rows changed."""
        with closing(self._connect()) as database, database:
            return database.execute(statement, values).rowcount

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=30)
