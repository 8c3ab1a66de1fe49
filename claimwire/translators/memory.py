"""The translation memory in one SQLite file, for threads and processes alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from claimwire.models import HUMAN, Key, Remembered, Translated
from claimwire.translators.database import Database
from claimwire.translators.rates import micros

KEPT = 180
"""Days that a row outlives its last use."""

_WANTED = "SELECT json_extract(value, '$[0]') AS segment, json_extract(value, '$[1]') AS context FROM json_each(?)"
_GET = f"SELECT segment, context, row, used FROM ({_WANTED}) CROSS JOIN segments USING (segment, context)"  # noqa: S608 (ours)
_TOUCH = f"UPDATE segments SET used = ? WHERE (segment, context) IN ({_WANTED})"  # noqa: S608 (ours)
_PUT = "INSERT OR REPLACE INTO segments VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_FORGET = "DELETE FROM segments WHERE segment IN (SELECT value FROM json_each(?))"
_EXPIRE = "DELETE FROM segments WHERE used < ? AND engine != ?"
_ROWS = """SELECT text, source, target, row, used, segment, context FROM segments WHERE (segment, context) > (?, ?)
    ORDER BY segment, context LIMIT 1000"""
_ADVANCE = "INSERT INTO facts VALUES ('epoch', '1') ON CONFLICT DO UPDATE SET value = value + 1"
_SWEPT = "INSERT OR REPLACE INTO facts VALUES ('swept', ?)"


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


class SqliteMemory:
    """The port's Memory. Rows that nobody used for ``KEPT`` days go when the file is opened, at most once a day.

    Args:
        path: the file; its folder is made.
        today: gives the day as ``yyyy-mm-dd``.
        patience: seconds to wait for another process that writes.

    Raises:
        BadSetting: the file is not a memory of ours.
        TryLater: another process held it for longer than that, or the disk is full.
    """

    def __init__(self, path: Path, today: Callable[[], str] = _today, patience: float = 30) -> None:
        self._database, self._today = Database(path, patience), today
        if self._fact("swept") < today():
            self.expire(KEPT)

    def get(self, keys: Sequence[Key]) -> dict[Key, Translated]:
        """The rows that are there; marks them as used today."""
        wanted = {(key.segment, key.context): key for key in keys}
        listed, today = msgspec.json.encode(list(wanted)).decode(), self._today()
        rows = self._database.all(_GET, listed)
        if any(used < today for *_, used in rows):
            with self._database.transaction() as connection:
                connection.execute(_TOUCH, (today, listed))
        return {wanted[segment, context]: _translated(row) for segment, context, row, _ in rows}

    def put(self, rows: Mapping[Key, Translated]) -> None:
        """Write rows, all or none; the last writer wins."""
        today = self._today()
        values = [
            (key.segment, key.context, key.source, key.target, key.engine, key.text, msgspec.json.encode(row), today)
            for key, row in rows.items()
        ]
        with self._database.transaction() as connection:
            connection.executemany(_PUT, values)

    def forget(self, segments: Sequence[str]) -> int:
        """Remove every row of these segments; returns how many went."""
        listed = msgspec.json.encode(list(segments)).decode()
        with self._database.transaction() as connection:
            return connection.execute(_FORGET, (listed,)).rowcount

    def expire(self, days: int) -> int:
        """Remove what was last used more than ``days`` days ago; returns how many rows went. People's own stay."""
        first = (date.fromisoformat(self._today()) - timedelta(days=days)).isoformat()
        with self._database.transaction() as connection:
            connection.execute(_SWEPT, (self._today(),))
            return connection.execute(_EXPIRE, (first, HUMAN)).rowcount

    def rows(self) -> Iterator[Remembered]:
        """Everything that is remembered, some at a time, so that writers need not wait."""
        at = ("", "")
        while found := self._database.all(_ROWS, *at):
            for text, source, target, row, used, *_ in found:
                yield Remembered(text=text, source=source, target=target, row=_translated(row), used=used)
            at = found[-1][-2:]

    def epoch(self) -> int:
        """How often people's own translations changed."""
        return int(self._fact("epoch") or 0)

    def advance(self) -> None:
        """Raise the epoch by one."""
        with self._database.transaction() as connection:
            connection.execute(_ADVANCE)

    def spend(self, dollars: float, cap: float) -> bool:
        """Add to what was spent this month, unless that would be over the cap; counted in millionths, so that sums are exact."""
        name = f"spent {self._today()[:7]}"
        with self._database.transaction() as connection:
            row = connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
            then = int(row[0] if row else 0) + micros(dollars)
            if dollars > 0 and then > micros(cap):
                return False
            connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, str(max(0, then))))
            return True

    def spent(self) -> float:
        """US dollars that were spent this month."""
        return int(self._fact(f"spent {self._today()[:7]}") or 0) / 1_000_000

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _fact(self, name: str) -> str:
        return str(dict(self._database.all("SELECT name, value FROM facts")).get(name, ""))


def _translated(row: bytes) -> Translated:
    return msgspec.json.decode(row, type=Translated)
