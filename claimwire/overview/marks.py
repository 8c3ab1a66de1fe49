"""What tells that an entry changed, without reading it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from claimwire.foldershelf import FolderShelf


def marks(shelf: FolderShelf, language: str, days: Iterable[str]) -> dict[str, str]:
    """Each place of these days, in their order and the newest first, with size and time of its entry."""
    return {place: mark for day in days for place, mark in _of_day(Path(shelf.root, f"index/{language}/{day}"))}


def _of_day(folder: Path) -> list[tuple[str, str]]:
    with os.scandir(folder) as there:
        found = [(each.name, each.stat()) for each in there if each.name.endswith(".json")]
    return sorted((name.removesuffix(".json"), f"{stat.st_size} {stat.st_mtime_ns}") for name, stat in found)
