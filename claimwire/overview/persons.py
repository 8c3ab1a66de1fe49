"""A page, or several, for each speaker of whom the page of all speakers has no room to show everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from claimwire import layout
from claimwire.index import Entry
from claimwire.overview import folderpaths, headings, roll
from claimwire.overview.folderpaths import FolderPaths
from claimwire.overview.sheets import Desk, Sheet, further
from claimwire.overview.speaking import Count, Tally
from claimwire.render import boards
from claimwire.render.board import Person, Roll


@dataclass(frozen=True)
class Persons:
    """A language's; ``counted`` is of the days that the page of all speakers is of."""

    desk: Desk
    counted: Count
    marks: Mapping[str, str]

    def sheets(self) -> Iterator[Sheet]:
        """All of them; each is written again when one of its own entries changes, and then alone."""
        for tally in further(self.counted):
            of = [(place, self.marks.get(place)) for place in tally.places]
            yield self.desk.sheet(f"speaker {tally.mark}", of, partial(self._made, tally))

    def _made(self, tally: Tally) -> dict[str, str]:
        entries = list(roll.read(self.desk.shelf, self.desk.language, tally.places).values())
        names = [name for entry in entries for name in entry.speakers if layout.speaker_mark(name) == tally.mark]
        pages = [entries[start : start + roll.LIMIT] for start in range(0, len(entries), roll.LIMIT)] if names else []
        return {
            f"{folderpaths.PAGES}{self._file(tally, number)}": boards.roll(
                self._page(tally, names[0], page, number, number < len(pages))
            )
            for number, page in enumerate(pages, 1)
        }

    def _file(self, tally: Tally, number: int) -> str:
        return folderpaths.spoken(self.desk.language, tally.mark, number)

    def _page(self, tally: Tally, name: str, page: Sequence[Entry], number: int, more: bool) -> Roll:
        language = self.desk.language
        ways = FolderPaths(language, self.desk.known, speaking=True, feeds=self.desk.feeds)
        quotes = tuple(roll.quote(entry, tally.mark, ways) for entry in page)
        return Roll(
            language=language,
            title=headings.roll_title(language, name),
            note=headings.of_one(language, len(tally.places), self.desk.last),
            tabs=(
                headings.way(language, "latest", ways.day("")),
                headings.way(language, "who_speaks", ways.speakers()),
            ),
            languages=ways.languages(),
            feed=ways.follow(tally.mark),
            earlier=headings.way(language, "older", self._file(tally, number + 1)) if more else None,
            later=headings.way(language, "newest", self._file(tally, 1)) if number > 1 else None,
            people=(Person(name=name, mark=tally.mark, count=len(tally.places), quotes=quotes),),
        )
