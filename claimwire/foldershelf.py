"""A folder of results behind the Shelf port: its index read in order from anywhere."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from claimwire import layout
from claimwire.directory import FolderStore


class FolderShelf(FolderStore):
    """What ``claimwire run`` leaves behind, as lists read it."""

    def after(self, prefix: str, key: str) -> Iterator[str]:
        """The keys under ``prefix`` that come after ``key``, in order."""
        keys = list(self.list(prefix))
        return iter(keys[bisect_right(keys, key) :])

    def folders(self, prefix: str) -> list[str]:
        """The names of the folders right under ``prefix``, which ends with a slash."""
        folder = Path(self.root, prefix)
        return sorted(each.name for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []

    def stamp(self, prefix: str) -> str:
        """A hash of the names, sizes and times of the files right under ``prefix``: another one when any of them changes."""
        with os.scandir(Path(self.root, prefix)) as there:
            files = sorted((each.name, each.stat().st_size, each.stat().st_mtime_ns) for each in there)
        return layout.digest_hash("stamp", repr(files))
