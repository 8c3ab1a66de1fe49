"""Who speaks in how many articles: counted from the names of keys alone, so that ten thousand articles cost a few listings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from claimwire import layout
from claimwire.lists import Shelf
from claimwire.overview.keys import listed

MOST = 20_000  # articles counted for one page: twenty calls of S3


class Tally(Struct, frozen=True):
    """A speaker, known by a mark, and the places where they speak, the newest first."""

    mark: str
    places: tuple[str, ...]


class Count(Struct, frozen=True):
    """Speakers, those in most articles first, and how many ``articles`` there are. ``whole`` is False where there are more."""

    tallies: tuple[Tally, ...]
    articles: int
    whole: bool


def days(shelf: Shelf, language: str) -> list[str]:
    """The days that have articles in a language, the newest first."""
    return sorted(filter(layout.is_day, shelf.folders(f"index/{language}/")), reverse=True)


def count(
    shelf: Shelf, language: str, of: Sequence[str], hidden: frozenset[str] = frozenset(), most: int = MOST
) -> Count:
    """The speakers of the days named, newest first, in the articles that are listed in ``language``."""
    found = listed(shelf, [f"index/spoken/{day}/" for day in of], most)
    places: dict[str, list[str]] = {}
    articles = 0
    for place, languages, marks in map(layout.spoken, chain.from_iterable(found.folders)):
        if (language in languages.split("+") or languages == layout.ANY) and place[13:] not in hidden:
            articles += 1
            for mark in marks:
                places.setdefault(mark, []).append(place)
    tallies = [Tally(mark, tuple(at)) for mark, at in places.items()]
    return Count(tuple(sorted(tallies, key=lambda each: (-len(each.places), each.places[0]))), articles, found.whole)
