"""A folder of results as pages that open from disk: ``index.html``, and under ``pages/`` each language's days and speakers.

What did not change is not written again: the state of what each page was made of is kept beside the results.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from claimwire import layout, render
from claimwire.foldershelf import FolderShelf
from claimwire.index import Entry
from claimwire.overview import folderpaths, speaking
from claimwire.overview.sheets import Desk, Sheet

KEPT = ".claimwire/pages.json"
DAYS = 7


class Kept(Struct, frozen=True):
    """What was written of a sheet."""

    state: str
    files: tuple[str, ...]


class Site(Struct, frozen=True):
    """``first`` is where to begin reading; how many pages there are, and how many of them were written now."""

    first: Path
    pages: int
    written: int


def write(root: Path, last: int = DAYS) -> Site | None:
    """Bring the pages of a folder of results up to date; ``last`` days make the speakers' pages. None where it holds no results."""
    shelf = FolderShelf(root)
    sheets = [sheet for desk in _desks(shelf, last) for sheet in desk.sheets()]
    before = _before(shelf)
    if not sheets and not before:
        return None
    standing = {sheet.name: before[sheet.name] for sheet in sheets if _stands(root, sheet, before.get(sheet.name))}
    made = {sheet.name: _made(shelf, sheet) for sheet in sheets if sheet.name not in standing}
    now = standing | made
    for stale in _files(before) - _files(now):
        shelf.delete(stale)
    shelf.put(KEPT, msgspec.json.encode(now), render.JSON)
    return Site(root / folderpaths.FIRST, len(_files(now)), len(_files(made)))


def _desks(shelf: FolderShelf, last: int) -> list[Desk]:
    """One a language; the folder opens in that of most articles, of equals in one that others were translated into."""
    days = {code: speaking.days(shelf, code) for code in shelf.folders("index/") if layout.LANGUAGE.fullmatch(code)}
    known = sorted((code for code in days if days[code]), key=lambda code: (-_weight(shelf, code), code))
    return [Desk(shelf, code, known, code == known[0], days[code], last) for code in known]


def _weight(shelf: FolderShelf, code: str) -> float:
    keys = list(shelf.list(f"index/{code}/"))
    newest = msgspec.json.decode(shelf.get(keys[0]) or b"null", type=Entry | None)
    return len(keys) + (0.5 if newest and newest.source_language != code else 0.0)


def _before(shelf: FolderShelf) -> dict[str, Kept]:
    """What was written the last time; nothing where that cannot be read."""
    try:
        return msgspec.json.decode(shelf.get(KEPT) or b"{}", type=dict[str, Kept])
    except msgspec.DecodeError:
        return {}


def _stands(root: Path, sheet: Sheet, kept: Kept | None) -> bool:
    return kept is not None and kept.state == sheet.state and all((root / file).is_file() for file in kept.files)


def _made(shelf: FolderShelf, sheet: Sheet) -> Kept:
    texts = sheet.make()
    for file, text in texts.items():
        shelf.put(file, text.encode("utf-8", "replace"), render.HTML)
    return Kept(sheet.state, tuple(texts))


def _files(kept: dict[str, Kept]) -> set[str]:
    return {file for each in kept.values() for file in each.files}
