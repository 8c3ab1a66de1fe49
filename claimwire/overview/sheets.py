"""The pages that one language of a folder has: the newest, a day's, the speakers'; each with the state of what it is made of."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from msgspec import Struct

from claimwire import layout, lists
from claimwire.foldershelf import FolderShelf
from claimwire.index import Entry
from claimwire.overview import folderpaths, headings, listing, roll, speaking
from claimwire.overview.folderpaths import FolderPaths
from claimwire.render import boards
from claimwire.render.board import Listing, Roll, Way
from claimwire.version import __version__

LAST = 4  # articles a speaker: who has more has a page of their own
MOST = 1000  # speakers: whoever speaks in fewer articles than those is found on the days' pages


class Sheet(Struct, frozen=True):
    """One or more files. While ``state`` stays the same, so do they."""

    name: str
    state: str
    make: Callable[[], dict[str, str]]


@dataclass(frozen=True)
class Desk:
    """A language of a folder; ``main`` is the one that the folder opens in, ``feeds``: its pages lead to some."""

    shelf: FolderShelf
    language: str
    known: Sequence[str]
    main: bool
    days: Sequence[str]
    last: int
    feeds: bool = False

    def sheets(self) -> Iterator[Sheet]:
        """All of them."""
        stamps = {day: self.shelf.stamp(f"index/{self.language}/{day}/") for day in self.days}
        yield self.sheet("", [*stamps.items()], self._newest)
        for number, day in enumerate(self.days):
            around = self.days[max(0, number - listing.NEAR) : number + listing.NEAR + 1]
            yield self.sheet(day, [stamps[day], *around], partial(self._day, day))
        recent = self.recent()
        yield self.sheet("speakers", [(day, stamps[day]) for day in recent], partial(self._speakers, recent))

    def sheet(self, name: str, of: Sequence[object], make: Callable[[], dict[str, str]]) -> Sheet:
        """One of this desk's, made of what ``of`` tells."""
        made_by = (__version__, boards.policy(), *self.known, str(self.main), str(self.last), str(self.feeds))
        return Sheet(f"{self.language} {name}", layout.digest_hash(*made_by, repr(of)), make)

    def _newest(self) -> dict[str, str]:
        entries = lists.read(self.shelf, lists.Wanted(language=self.language, limit=listing.LIMIT)).entries
        shown = listing.fitting(entries)
        ways = FolderPaths(self.language, self.known, feeds=self.feeds)
        found = {f"{folderpaths.PAGES}{folderpaths.listed(self.language)}": self._list(shown, ways)}
        return {folderpaths.FIRST: self._list(shown, replace(ways, top=True)), **found} if self.main else found

    def _list(self, shown: Sequence[Entry], ways: FolderPaths) -> str:
        part = listing.Part(language=self.language, entries=shown, days=self.days)
        return boards.listing(listing.listing(part, ways))

    def _day(self, day: str) -> dict[str, str]:
        places = [
            key.rpartition("/")[2].removesuffix(".json") for key in self.shelf.list(f"index/{self.language}/{day}/")
        ]
        entries = list(roll.read(self.shelf, self.language, places).values())
        pages, ways = _cut(entries), FolderPaths(self.language, self.known, feeds=self.feeds)
        names = [folderpaths.listed(self.language, day, number) for number in range(1, len(pages) + 1)]
        return {
            f"{folderpaths.PAGES}{name}": boards.listing(
                self._one(day, page, following, name == names[0], len(entries), ways)
            )
            for name, page, following in zip(names, pages, [*names[1:], ""], strict=True)
        }

    def _one(
        self, day: str, page: Sequence[Entry], following: str, first: bool, total: int, ways: FolderPaths
    ) -> Listing:
        part = listing.Part(
            language=self.language, entries=page, following=following, day=day, total=total, first=first, days=self.days
        )
        return listing.listing(part, ways)

    def recent(self) -> list[str]:
        """The last days, counted from the newest that has articles: a folder has no clock."""
        newest = datetime.date.fromisoformat(self.days[0])
        since = (newest - datetime.timedelta(days=self.last - 1)).isoformat()
        return [day for day in self.days if day >= since]

    def _speakers(self, days: Sequence[str]) -> dict[str, str]:
        counted = speaking.count(self.shelf, self.language, days)
        more = frozenset(tally.mark for tally in further(counted))
        ways = FolderPaths(self.language, self.known, speaking=True, feeds=self.feeds, persons=more)
        starts = range(0, min(len(counted.tallies), MOST), roll.LIMIT) or range(1)
        return {
            f"{folderpaths.PAGES}{folderpaths.rolled(self.language, number)}": boards.roll(
                self._roll(counted, start, number, number < len(starts), ways)
            )
            for number, start in enumerate(starts, 1)
        }

    def _roll(self, counted: speaking.Count, start: int, number: int, more: bool, ways: FolderPaths) -> Roll:
        chosen = counted.tallies[start : start + roll.LIMIT]
        people = roll.people(self.shelf, self.language, chosen, ways, LAST)
        return Roll(
            language=self.language,
            title=headings.roll_title(self.language),
            note=headings.counted(self.language, counted, start, len(people), self.last),
            tabs=(self._way("latest", ways.day("")), self._way("who_speaks")),
            languages=ways.languages(),
            feed=ways.feed(),
            earlier=self._way("more_speakers", folderpaths.rolled(self.language, number + 1)) if more else None,
            later=self._way("first_speakers", ways.speakers()) if start else None,
            people=people,
        )

    def _way(self, key: str, url: str = "") -> Way:
        return headings.way(self.language, key, url)


def further(counted: speaking.Count) -> Iterator[speaking.Tally]:
    """The speakers that have a page of their own."""
    return (tally for tally in counted.tallies[:MOST] if len(tally.places) > LAST)


def _cut(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """The entries as pages."""
    left, pages = iter(entries), []
    waiting: list[Entry] = list(islice(left, listing.LIMIT))
    while waiting:
        page = listing.fitting(waiting)
        pages.append(page)
        rest = waiting[len(page) :]
        waiting = [*rest, *islice(left, listing.LIMIT - len(rest))]
    return pages
