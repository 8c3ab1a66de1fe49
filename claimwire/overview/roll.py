"""Who said what: the speakers of some days with what they said last, and all that one of them said."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from claimwire import layout
from claimwire.index import Entry
from claimwire.lists import Shelf
from claimwire.overview import rows
from claimwire.overview.speaking import Tally
from claimwire.overview.ways import Ways
from claimwire.render.board import Chip, Person, Quote

LIMIT = 40  # speakers a page
LAST = 2  # articles of each that are read
_AT_ONCE = 16


def people(shelf: Shelf, language: str, tallies: Sequence[Tally], ways: Ways, last: int = LAST) -> tuple[Person, ...]:
    """Each speaker with the last articles they spoke in; who is in none any more is left out."""
    wanted = dict.fromkeys(place for tally in tallies for place in tally.places[:last])
    entries = read(shelf, language, list(wanted))
    found = (_person(tally, [entries[at] for at in tally.places[:last] if at in entries], ways) for tally in tallies)
    return tuple(person for person in found if person)


def chips(shelf: Shelf, language: str, tallies: Sequence[Tally], ways: Ways) -> tuple[Chip, ...]:
    """The same speakers by name and number alone."""
    found = people(shelf, language, tallies, ways, last=1)
    return tuple(Chip(person.name, person.mark, person.count, person.url) for person in found)


def read(shelf: Shelf, language: str, places: Sequence[str]) -> dict[str, Entry]:
    """The entries at these places; those that have gone are left out."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(lambda place: shelf.get(layout.key_at(language, place)), places))
    return {at: msgspec.json.decode(data, type=Entry) for at, data in zip(places, found, strict=True) if data}


def quote(entry: Entry, mark: str, ways: Ways) -> Quote:
    """What one speaker says in an article."""
    told = [said for said in entry.claims if said.speaker and layout.speaker_mark(said.speaker) == mark]
    return Quote(
        moment=rows.moment(entry),
        title=rows.title(entry),
        url=ways.page(entry),
        origin=entry.source_language,
        sayings=tuple(rows.saying(said, ways) for said in told),
        untranslated=rows.untranslated(entry),
    )


def _person(tally: Tally, entries: Sequence[Entry], ways: Ways) -> Person | None:
    names = [name for entry in entries for name in entry.speakers if layout.speaker_mark(name) == tally.mark]
    if not names:
        return None
    # What a wire copy repeats is shown once.
    quotes = {
        tuple(said.text for said in each.sayings): each
        for each in (quote(e, tally.mark, ways) for e in reversed(entries))
    }
    return Person(
        name=names[0],
        mark=tally.mark,
        count=len(tally.places),
        url=ways.speaker(names[0], tally.mark),
        feed=ways.follow(tally.mark),
        quotes=tuple(reversed(quotes.values())),
    )
