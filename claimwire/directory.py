"""A folder behind the ports: what the command line runs on, and what tests run on."""

from __future__ import annotations

import datetime
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec
from filelock import FileLock

from claimwire.errors import BadSetting, Conflict
from claimwire.models import Notice
from claimwire.ports import Stat

_LOCK, _TEMPORARY = ".lock", ".tmp-"


class FolderStore:
    """A folder as a bucket. Writes are atomic; conditions hold between processes too, by one lock file a folder."""

    def __init__(self, root: Path, name: str = "file") -> None:
        self.root, self.name = root, name

    def stat(self, key: str) -> Stat | None:
        """The present state; a folder keeps no versions."""
        found = self._read(key)
        if found is None:
            return None
        data, moment = found
        modified = datetime.datetime.fromtimestamp(moment, datetime.UTC)
        return Stat(key=key, size=len(data), etag=_etag(data), modified=modified.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))

    def get(self, key: str, version: str | None = None) -> bytes | None:
        """The bytes; asking for a version that a folder cannot keep finds nothing."""
        found = self._read(key) if version is None else None
        return None if found is None else found[0]

    def put(
        self, key: str, data: bytes, content_type: str, *, if_none_match: bool = False, if_match: str | None = None
    ) -> str:
        """Write, on a condition or none. A folder keeps no content types: ``content_type`` goes by the file's name."""
        path = self._path(key)
        with self._locked():
            if if_none_match or if_match is not None:
                there = self.get(key)
                if (there is None) == (if_match is not None) or (there is not None and _etag(there) != if_match):
                    raise Conflict(f"{key} changed meanwhile")
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, data)
        return _etag(data)

    def delete(self, key: str) -> None:
        """Remove the file, and the folders that it leaves empty."""
        path = self._path(key)
        if not path.is_file():
            return
        with self._locked():
            path.unlink(missing_ok=True)
            for parent in path.parents:
                if parent == self.root or not parent.is_dir() or any(parent.iterdir()):
                    return
                parent.rmdir()

    def list(self, prefix: str) -> Iterator[str]:
        """Keys under a prefix, in order."""
        top, base = prefix.rpartition("/")[0], f"{self.root}".rstrip("/") + "/"
        if top and (PurePosixPath(top).as_posix() != top or ".." in top.split("/") or top.startswith("/")):
            return iter(())
        # os.walk passes over folders that go away meanwhile.
        walked = ((folder[len(base) :], files) for folder, _, files in os.walk(base + top))
        keys = (f"{folder}/{file}" if folder else file for folder, files in walked for file in files if _shown(file))
        return iter(sorted(key for key in keys if key.startswith(prefix) and key != _LOCK))

    def tags(self, key: str, version: str | None = None) -> dict[str, str]:
        """A folder keeps no tags."""
        return {}

    def held(self, key: str) -> bool:
        """What is gone from a folder is gone."""
        return False

    def _path(self, key: str) -> Path:
        pure = PurePosixPath(key)
        plain = pure.as_posix() == key  # "a//b", "./a" and "a/" would all be other keys' files
        if not plain or not pure.name or ".." in pure.parts or pure.is_absolute() or "\0" in key or key == _LOCK:
            raise BadSetting(f"{key!r} is no key inside {self.root}")
        return self.root / pure

    def _read(self, key: str) -> tuple[bytes, float] | None:
        """Bytes and time of last change, of one and the same file."""
        try:
            with self._path(key).open("rb") as file:
                return file.read(), os.fstat(file.fileno()).st_mtime
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None

    def _locked(self) -> FileLock:
        self.root.mkdir(parents=True, exist_ok=True)
        return FileLock(self.root / _LOCK)


class FolderTopic:
    """Notices as files ``notices/<id>.json``: a repeat falls on the same file."""

    def __init__(self, store: FolderStore) -> None:
        self._store = store

    def publish(self, notice: Notice) -> None:
        """Write the notice down."""
        self._store.put(f"notices/{notice.id}.json", msgspec.json.encode(notice), "application/json")


def _shown(file: str) -> bool:
    return not file.startswith(_TEMPORARY)


def _etag(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _write(path: Path, data: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=_TEMPORARY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
