"""A bucket that keeps versions, in memory: what a folder cannot show."""

from __future__ import annotations

import datetime
import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimwire.ports import Stat


@dataclass
class Kept:
    """One version; ``data`` None is a delete marker."""

    id: str
    data: bytes | None
    modified: str


@dataclass
class Versioned:
    """The source side of the Store port, with S3's rules of versions, markers and legal holds."""

    name: str = "articles"
    fetched: int = 0
    held_ids: set[str] = field(default_factory=set)
    _kept: dict[str, list[Kept]] = field(default_factory=dict)
    _count: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def put(self, key: str, data: bytes | None) -> str:
        """A new version, or a delete marker; its id. Each is a second younger than the one before."""
        number = next(self._count)
        moment = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC) + datetime.timedelta(seconds=number)
        kept = Kept(f"v{number}", data, moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
        self._kept.setdefault(key, []).append(kept)
        return kept.id

    def erase(self, key: str, version: str) -> None:
        """One version is gone for good."""
        self._kept[key] = [kept for kept in self._kept[key] if kept.id != version]

    def stat(self, key: str) -> Stat | None:
        versions = self._kept.get(key, [])
        if not versions or versions[-1].data is None:
            return None
        last = versions[-1]
        etag = hashlib.sha256(last.data or b"").hexdigest()
        return Stat(key=key, size=len(last.data or b""), etag=etag, modified=last.modified, version=last.id)

    def get(self, key: str, version: str | None = None) -> bytes | None:
        self.fetched += 1
        return next((kept.data for kept in reversed(self._kept.get(key, [])) if kept.id == version), None)

    def tags(self, key: str, version: str | None = None) -> dict[str, str]:
        return {}

    def held(self, key: str) -> bool:
        newest = [kept.id for kept in self._kept.get(key, []) if kept.data is not None][-1:]
        return bool(newest) and newest[0] in self.held_ids
