"""The Atom feeds of a folder that is served somewhere: one a language, and one for each speaker that its pages show, or once showed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from claimwire import layout
from claimwire.foldershelf import FolderShelf
from claimwire.index import Entry
from claimwire.overview import feeding, folderpaths, roll, speaking
from claimwire.overview.home import Home
from claimwire.overview.sheets import MOST, Sheet
from claimwire.render import atom
from claimwire.version import __version__

_ALL = 10_000_000  # articles: a speaker's feed stays while the speaker is in any of them


@dataclass(frozen=True)
class Feeds:
    """A language's. ``recent`` are the days that the page of speakers is of, out of all its ``days``."""

    shelf: FolderShelf
    language: str
    days: Sequence[str]
    recent: Sequence[str]
    home: Home

    def sheets(self) -> Iterator[Sheet]:
        """All of them; each is written again when one of its own entries changes, and then alone."""
        marks = {place: mark for day in self.days for place, mark in _marks(self.shelf, self.language, day)}
        yield self._sheet("", list(marks)[: feeding.LIMIT], marks)
        shown = {tally.mark for tally in speaking.count(self.shelf, self.language, self.recent).tallies[:MOST]}
        for tally in speaking.count(self.shelf, self.language, self.days, most=_ALL).tallies:
            if tally.mark in shown or self._stands(tally.mark):
                yield self._sheet(tally.mark, tally.places[: feeding.LIMIT], marks)

    def _stands(self, mark: str) -> bool:
        return Path(self.shelf.root, folderpaths.fed(self.language, mark)).is_file()

    def _sheet(self, mark: str, places: Sequence[str], marks: dict[str, str]) -> Sheet:
        of = [(place, marks.get(place)) for place in places]
        state = layout.digest_hash(__version__, self.home.base, self.home.first, repr(of))
        return Sheet(f"{self.language} feed {mark}", state, partial(self._made, mark, places))

    def _made(self, mark: str, places: Sequence[str]) -> dict[str, str]:
        entries = list(roll.read(self.shelf, self.language, places).values())
        names = (name for entry in entries for name in entry.speakers if layout.speaker_mark(name) == mark)
        file = folderpaths.fed(self.language, mark)
        feed = atom.Feed(
            name=layout.digest_hash("feed", self.home.first, self.language, mark),
            title=feeding.title(self.language, next(names, "")),
            language=self.language,
            url=f"{self.home.base}{file}",
            page=f"{self.home.base}{folderpaths.PAGES}{self._page(mark)}",
            items=tuple(feeding.item(entry, self._url(entry)) for entry in entries),
        )
        return {file: atom.render(feed).decode()}

    def _page(self, mark: str) -> str:
        return folderpaths.rolled(self.language) if mark else folderpaths.listed(self.language)

    def _url(self, entry: Entry) -> str:
        return self.home.base + layout.file_key(entry.article_id, entry.version, feeding.page_of(entry))


def _marks(shelf: FolderShelf, language: str, day: str) -> list[tuple[str, str]]:
    """Each place of a day, the newest first, with what changes when its entry does."""
    with os.scandir(Path(shelf.root, f"index/{language}/{day}")) as there:
        found = [(each.name, each.stat()) for each in there if each.name.endswith(".json")]
    return sorted((name.removesuffix(".json"), f"{stat.st_size} {stat.st_mtime_ns}") for name, stat in found)
