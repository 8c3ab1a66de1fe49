"""A page of what is new in a language: of all days, of one, or of one speaker."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from claimwire import layout
from claimwire.index import Entry
from claimwire.overview import headings, rows
from claimwire.overview.ways import Ways
from claimwire.render.board import Chip, Listing, Way

LIMIT = 100  # articles a page
CHIPS = 12
NEAR = 7  # days with a link, before and after the one that is shown
_BYTES = 115_000  # of what the entries bring; with style, script and what stands around them a page stays below 200 kB
_AROUND = 700  # bytes of an entry's own markup and links


class Part(Struct, frozen=True, kw_only=True):
    """What the page is of: entries, newest first, and the URL of what comes before them in time.

    ``day`` or ``speaker`` where it is one's alone. ``total``: articles there, 0 where that is not known. ``chips``: speakers counted over
    more than the page, else None. ``days``: those that have articles, the newest first.
    """

    language: str
    entries: Sequence[Entry]
    following: str = ""
    day: str = ""
    speaker: str = ""
    total: int = 0
    first: bool = True
    chips: tuple[Chip, ...] | None = None
    days: Sequence[str] = ()


def listing(part: Part, ways: Ways) -> Listing:
    """The page's contents."""
    days = around(part.days, part.day)
    return Listing(
        language=part.language,
        title=headings.list_title(part.language, part.speaker, part.day),
        note=headings.listed(part.language, len(part.entries), part.total, part.day),
        tabs=_tabs(part, ways),
        languages=ways.languages(),
        days=tuple(Way(day, "" if day == part.day else ways.day(day)) for day in days),
        feed=ways.feed(),
        data=ways.data(),
        earlier=headings.way(part.language, "older", part.following) if part.following else _earlier(part, ways),
        later=None if part.first else headings.way(part.language, "newest", ways.day(part.day)),
        groups=rows.groups(part.entries, ways),
        chips=chips(part.entries, ways) if part.chips is None else part.chips,
        whole=part.chips is None,
    )


def fitting(entries: Sequence[Entry]) -> Sequence[Entry]:
    """As many of the entries as make a page of less than 200 kB, one at least."""
    size = 0
    for number, entry in enumerate(entries):
        shown = [entry.title or "", *(rows.clipped(said.text) for said in entry.claims[: rows.SHOWN])]
        size += _AROUND + sum(len(text.encode("utf-8", "replace")) for text in shown)
        if size > _BYTES and number:
            return entries[:number]
    return entries


def place(entry: Entry) -> str:
    """Where the entry stands in every index."""
    return layout.place_of(entry.article_id, int(datetime.datetime.fromisoformat(entry.modified).timestamp()))


def chips(entries: Sequence[Entry], ways: Ways) -> tuple[Chip, ...]:
    """The speakers of what the page shows, those in most articles first."""
    shown = [dict.fromkeys(said.speaker for said in entry.claims[: rows.SHOWN] if said.speaker) for entry in entries]
    names = {layout.speaker_mark(name): name for each in shown for name in each}
    counted = Counter(mark for each in shown for mark in {layout.speaker_mark(name) for name in each})
    ranked = sorted(counted.items(), key=lambda each: (-each[1], names[each[0]]))[:CHIPS]
    return tuple(Chip(names[mark], mark, number, ways.speaker(names[mark], mark)) for mark, number in ranked)


def around(days: Sequence[str], day: str) -> Sequence[str]:
    """The days near to the one that is shown."""
    at = next((number for number, each in enumerate(days) if each <= day), len(days)) if day else 0
    return days[max(0, at - NEAR) : at + NEAR + 1]


def _tabs(part: Part, ways: Ways) -> tuple[Way, ...]:
    latest = not part.day and not part.speaker and part.first
    return (
        headings.way(part.language, "latest", "" if latest else ways.day("")),
        headings.way(part.language, "who_speaks", ways.speakers()),
    )


def _earlier(part: Part, ways: Ways) -> Way | None:
    before = next((day for day in part.days if day < part.day), "") if part.day else ""
    return headings.way(part.language, "day_before", ways.day(before), before) if before else None
