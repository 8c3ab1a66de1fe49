"""Who speaks in how many articles: counted from the names of keys alone, so that ten thousand articles cost a few listings."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimwire import layout
from claimwire.lists import Shelf
from claimwire.overview.keys import listed

MOST = 40_000  # keys listed for one page: two an article


class Tally(Struct, frozen=True):
    """A speaker, known by a mark, and the places where they speak, the newest first."""

    mark: str
    places: tuple[str, ...]


class Count(Struct, frozen=True):
    """Speakers, those in most articles first; the ``articles`` there are, each day's. ``whole`` is False where there are more."""

    tallies: tuple[Tally, ...]
    articles: int
    whole: bool


def days(shelf: Shelf, language: str) -> list[str]:
    """The days that have articles in a language, the newest first."""
    return sorted(filter(layout.is_day, shelf.folders(f"index/{language}/")), reverse=True)


def count(
    shelf: Shelf, language: str, of: Sequence[str], hidden: frozenset[str] = frozenset(), most: int = MOST
) -> Count:
    """The speakers of the days named, newest first, in the articles that there are in ``language``."""
    folders = [f"index/{part}/{day}/" for day in of for part in (language, "spoken")]
    found = listed(shelf, folders, most)
    places: dict[str, list[str]] = {}
    there: set[str] = set()
    for entries, spoken in zip(found.folders[::2], found.folders[1::2], strict=True):
        there |= {place for key in entries if (place := layout.spoken(key)[0])[13:] not in hidden}
        for place, marks in map(layout.spoken, spoken):
            for mark in marks if place in there else ():
                places.setdefault(mark, []).append(place)
    tallies = [Tally(mark, tuple(at)) for mark, at in places.items()]
    return Count(tuple(sorted(tallies, key=lambda each: (-len(each.places), each.places[0]))), len(there), found.whole)
