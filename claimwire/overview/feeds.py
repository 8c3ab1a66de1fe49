"""The Atom feeds of a folder that is served somewhere: one a language, and one for each speaker that its pages show, or once showed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from claimwire import layout
from claimwire.index import Entry
from claimwire.overview import feeding, folderpaths, headings, roll, speaking
from claimwire.overview.home import Home
from claimwire.overview.sheets import MOST, Desk, Sheet, further
from claimwire.render import atom
from claimwire.version import __version__

_ALL = 10_000_000  # articles: a speaker's feed stays while the speaker is in any of them


@dataclass(frozen=True)
class Feeds:
    """A language's; ``counted`` is of the days that the page of all speakers is of."""

    desk: Desk
    home: Home
    counted: speaking.Count
    marks: Mapping[str, str]

    def sheets(self) -> Iterator[Sheet]:
        """All of them; each is written again when one of its own entries changes, and then alone."""
        yield self._sheet("", list(self.marks)[: feeding.LIMIT])
        shown = {tally.mark for tally in self.counted.tallies[:MOST]}
        for tally in speaking.count(self.desk.shelf, self.desk.language, self.desk.days, most=_ALL).tallies:
            if tally.mark in shown or self._stands(tally.mark):
                yield self._sheet(tally.mark, tally.places[: feeding.LIMIT])

    def _stands(self, mark: str) -> bool:
        return Path(self.desk.shelf.root, folderpaths.fed(self.desk.language, mark)).is_file()

    def _sheet(self, mark: str, places: Sequence[str]) -> Sheet:
        of = [(place, self.marks.get(place)) for place in places]
        state = layout.digest_hash(__version__, self.home.base, self.home.first, self._page(mark), repr(of))
        return Sheet(f"{self.desk.language} feed {mark}", state, partial(self._made, mark, places))

    def _made(self, mark: str, places: Sequence[str]) -> dict[str, str]:
        entries = list(roll.read(self.desk.shelf, self.desk.language, places).values())
        names = (name for entry in entries for name in entry.speakers if layout.speaker_mark(name) == mark)
        file = folderpaths.fed(self.desk.language, mark)
        feed = atom.Feed(
            name=layout.digest_hash("feed", self.home.first, self.desk.language, mark),
            title=headings.list_title(self.desk.language, next(names, "")),
            language=self.desk.language,
            url=f"{self.home.base}{file}",
            page=f"{self.home.base}{folderpaths.PAGES}{self._page(mark)}",
            items=tuple(feeding.item(entry, self._url(entry)) for entry in entries),
        )
        return {file: atom.render(feed).decode()}

    def _page(self, mark: str) -> str:
        """Where people read the same: a speaker's own page, or the one of all speakers."""
        if not mark:
            return folderpaths.listed(self.desk.language)
        own = mark in self._further
        return folderpaths.spoken(self.desk.language, mark) if own else folderpaths.rolled(self.desk.language)

    @cached_property
    def _further(self) -> frozenset[str]:
        return frozenset(tally.mark for tally in further(self.counted))

    def _url(self, entry: Entry) -> str:
        return self.home.base + layout.file_key(entry.article_id, entry.version, feeding.page_of(entry))
