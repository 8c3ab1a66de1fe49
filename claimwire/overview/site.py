"""A folder of results as pages that open from disk: ``index.html``, and under ``pages/`` each language's days and speakers.

With the address where the folder is served, Atom feeds too, under ``feeds/``.

What did not change is not written again: the state of what each page was made of is kept beside the results.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from claimwire import layout, render
from claimwire.foldershelf import FolderShelf
from claimwire.index import Entry
from claimwire.overview import folderpaths, home, speaking
from claimwire.overview.feeds import Feeds
from claimwire.overview.home import Home
from claimwire.overview.marks import marks
from claimwire.overview.persons import Persons
from claimwire.overview.sheets import Desk, Sheet

KEPT = ".claimwire/pages.json"
DAYS = 7


class Kept(Struct, frozen=True):
    """What was written of a sheet."""

    state: str
    files: tuple[str, ...]


class Site(Struct, frozen=True):
    """``first`` is where to begin reading; how many pages and feeds there are, and how many of both were written now."""

    first: Path
    pages: int
    written: int
    feeds: int = 0


def write(root: Path, last: int = DAYS, base: str | None = None) -> Site | None:
    """Bring the pages of a folder of results up to date; ``last`` days make the speakers' pages. None where it holds no results.

    ``base`` is the address where the folder is served, remembered until another is told; without one there are no feeds. Raises BadSetting.
    """
    shelf = FolderShelf(root)
    before, there = _before(shelf), home.at(shelf, base)
    sheets = [sheet for desk in _desks(shelf, last, there) for sheet in _sheets(desk, there)]
    if not sheets and not before:
        return None
    home.keep(shelf, there)
    standing = {sheet.name: before[sheet.name] for sheet in sheets if _stands(root, sheet, before.get(sheet.name))}
    made = {sheet.name: _made(shelf, sheet) for sheet in sheets if sheet.name not in standing}
    now = standing | made
    for stale in _files(before) - _files(now):
        shelf.delete(stale)
    shelf.put(KEPT, msgspec.json.encode(now), render.JSON)
    feeds = sum(file.startswith(folderpaths.FEEDS) for file in _files(now))
    return Site(root / folderpaths.FIRST, len(_files(now)) - feeds, len(_files(made)), feeds)


def _sheets(desk: Desk, there: Home | None) -> Iterator[Sheet]:
    counted = speaking.count(desk.shelf, desk.language, desk.recent())
    found = marks(desk.shelf, desk.language, desk.days)
    yield from desk.sheets()
    yield from Persons(desk, counted, found).sheets()
    if there:
        yield from Feeds(desk, there, counted, found).sheets()


def _desks(shelf: FolderShelf, last: int, there: Home | None) -> list[Desk]:
    """One a language; the folder opens in that of most articles, of equals in one that others were translated into."""
    days = {code: speaking.days(shelf, code) for code in shelf.folders("index/") if layout.LANGUAGE.fullmatch(code)}
    known = sorted((code for code in days if days[code]), key=lambda code: (-_weight(shelf, code), code))
    return [Desk(shelf, code, known, code == known[0], days[code], last, there is not None) for code in known]


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
