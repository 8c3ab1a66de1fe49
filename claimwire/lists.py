"""The index read back: what is new in a language, newest first, of one day or one speaker, page by page.

Keys count down in time, so that a plain listing is in order; a page's end is a place, from which the next one goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, takewhile
from typing import Protocol

import msgspec
from msgspec import Struct

from claimwire import layout
from claimwire.index import Entry
from claimwire.ports import Store

MAX_LIMIT = 100
_AT_ONCE = 16  # entries fetched at a time
_LOOKED_AT = 4  # times as many places as asked for, at most: a speaker's other languages are passed over


class Shelf(Store, Protocol):
    """A bucket with an index in it."""

    def after(self, prefix: str, key: str) -> Iterator[str]:
        """The keys under ``prefix`` that come after ``key``, in order."""

    def folders(self, prefix: str) -> list[str]:
        """The names of the folders right under ``prefix``."""


class Wanted(Struct, frozen=True, kw_only=True):
    """A language's articles, of one speaker (by id) where given, and of one day (``yyyy-mm-dd``, UTC); ``after`` is a page's end."""

    language: str
    speaker: str = ""
    day: str = ""
    limit: int = 20
    after: str = ""


class Page(Struct, frozen=True):
    """Entries, newest first, and the place where the next page begins: empty where this one is the last."""

    entries: tuple[Entry, ...]
    end: str = ""


def read(shelf: Shelf, wanted: Wanted, hidden: frozenset[str] = frozenset()) -> Page:
    """One page; articles in ``hidden`` are left out. A page may hold fewer than its limit and still have a next one."""
    most = wanted.limit * (_LOOKED_AT if wanted.speaker else 1)
    places = list(islice(_places(shelf, wanted), most + 1))
    shown: list[Entry] = []
    end = ""
    for place, entry in _entries(shelf, wanted.language, places[:most]):
        end = place
        if entry and entry.article_id not in hidden:
            shown.append(entry)
        if len(shown) == wanted.limit:
            break
    return Page(tuple(shown), end if places and end != places[-1] else "")


def _entries(shelf: Shelf, language: str, places: list[str]) -> Iterator[tuple[str, Entry | None]]:
    """Each place with its entry: None where it has gone meanwhile, or was never in this language."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(shelf.get, (layout.key_at(language, place) for place in places))
        for place, data in zip(places, found, strict=True):
            yield place, msgspec.json.decode(data, type=Entry) if data is not None else None


def _places(shelf: Shelf, wanted: Wanted) -> Iterator[str]:
    if wanted.speaker:
        prefix = f"index/speaker/{wanted.speaker}/"
        begin = wanted.after or (layout.newest_of(wanted.day) if wanted.day else "")
        found = map(_place, shelf.after(prefix, f"{prefix}{begin}.json" if begin else ""))
        yield from takewhile(lambda place: layout.day_of(place) >= wanted.day, found)
        return
    for day in [wanted.day] if wanted.day else _days(shelf, wanted):
        prefix = f"index/{wanted.language}/{day}/"
        # The key of a page's end, put into an older day's folder, comes before all that is there.
        yield from map(_place, shelf.after(prefix, f"{prefix}{wanted.after}.json" if wanted.after else ""))


def _days(shelf: Shelf, wanted: Wanted) -> list[str]:
    """The days that have articles, the newest first; no newer than a page's end."""
    days = sorted(shelf.folders(f"index/{wanted.language}/"), reverse=True)
    return [day for day in days if not wanted.after or day <= layout.day_of(wanted.after)]


def _place(key: str) -> str:
    return key.rpartition("/")[2].removesuffix(".json")
