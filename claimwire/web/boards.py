"""Pages over many articles behind the API: what is new, and who said what. Opened by what opens the list."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from claimwire import layout, lists, render
from claimwire.capabilities import LIST
from claimwire.overview import headings, listing, roll, speaking
from claimwire.render import boards
from claimwire.render.board import Person, Roll, Way
from claimwire.web import query
from claimwire.web.door import Door
from claimwire.web.message import NOT_FOUND, SANDBOX, Reply, Request, found, plain
from claimwire.web.paths import Paths

_CACHE = "private, max-age=60"
_DAYS = 7
Maker = Callable[[Door, Request, Paths], str]


def as_list(door: Door, request: Request, language: str) -> Reply:
    """What is new: of all days, of one, of one speaker."""
    return _answer(door, request, language, "lists", _list)


def as_roll(door: Door, request: Request, language: str) -> Reply:
    """Who said what in the last days; all that one speaker said in them."""
    return _answer(door, request, language, "speakers", _one if "speaker" in request.query else _everybody)


def _answer(door: Door, request: Request, language: str, kind: str, make: Maker) -> Reply:
    speaker = query.speaker(request)
    wide = door.opens(request, LIST, language, "")
    if not wide and not door.opens(request, LIST, language, speaker):
        return NOT_FOUND
    ways = Paths(door, request, kind, language, wide, request.query.get("speaker", ""))
    try:
        text = make(door, request, ways)
    except query.BadQuery as error:
        return plain(400, str(error))
    return found(text.encode("utf-8", "replace"), render.HTML, _CACHE, content_security_policy=_policy())


def _policy() -> str:
    return f"{boards.policy()}; {SANDBOX}"


def _list(door: Door, request: Request, ways: Paths) -> str:
    wanted = query.wanted(request, ways.language, listing.LIMIT)
    page = lists.read(door.results, wanted, door.revoked)
    shown = listing.fitting(page.entries)
    end = page.end if len(shown) == len(page.entries) else listing.place(shown[-1])
    counted = _counted(door, wanted) if wanted.day and not wanted.speaker and (end or wanted.after) else None
    part = listing.Part(
        language=ways.language,
        entries=shown,
        following=ways.on(after=end) if end else "",
        day=wanted.day,
        speaker=ways.speaker_name,
        total=counted.articles if counted else 0,
        first=not wanted.after,
        chips=roll.chips(door.results, ways.language, counted.tallies[: listing.CHIPS], ways) if counted else None,
        days=() if wanted.speaker else speaking.days(door.results, ways.language),
    )
    return boards.listing(listing.listing(part, ways))


def _counted(door: Door, wanted: lists.Wanted) -> speaking.Count:
    return speaking.count(door.results, wanted.language, [wanted.day], door.revoked)


def _everybody(door: Door, request: Request, ways: Paths) -> str:
    number, start, _ = _asked(request, ways)
    days = [day for day in speaking.days(door.results, ways.language) if day >= _since(door, number)]
    counted = speaking.count(door.results, ways.language, days, door.revoked)
    chosen = counted.tallies[start : start + roll.LIMIT]
    people = roll.people(door.results, ways.language, chosen, ways)
    following = start + roll.LIMIT if len(counted.tallies) > start + roll.LIMIT else 0
    earlier = headings.way(ways.language, "more_speakers", ways.on(start=str(following))) if following else None
    later = headings.way(ways.language, "first_speakers", ways.on()) if start else None
    note = headings.counted(ways.language, counted, start, len(people), number)
    return _roll(ways, note, people, earlier, later)


def _one(door: Door, request: Request, ways: Paths) -> str:
    number, _, wanted = _asked(request, ways)
    page = lists.read(door.results, wanted, door.revoked)
    recent = [entry for entry in page.entries if entry.modified[:10] >= _since(door, number)]
    mark = layout.speaker_mark(ways.speaker_name)
    quotes = tuple(roll.quote(entry, mark, ways) for entry in recent)
    person = Person(name=ways.speaker_name, mark=mark, count=len(quotes), quotes=quotes)
    more = page.end if len(recent) == len(page.entries) else ""
    earlier = headings.way(ways.language, "older", ways.on(after=more)) if more else None
    later = headings.way(ways.language, "newest", ways.on()) if wanted.after else None
    note = headings.of_one(ways.language, len(quotes), number)
    return _roll(ways, note, (person,) if quotes else (), earlier, later)


def _roll(ways: Paths, note: str, people: tuple[Person, ...], earlier: Way | None, later: Way | None) -> str:
    everybody = ways.speakers() if ways.speaker_name and ways.wide else ""
    board = Roll(
        language=ways.language,
        title=headings.roll_title(ways.language, ways.speaker_name),
        note=note,
        tabs=(
            headings.way(ways.language, "latest", ways.day("")),
            headings.way(ways.language, "who_speaks", everybody),
        ),
        languages=ways.languages(),
        feed=ways.feed(),
        data=ways.data(),
        earlier=earlier,
        later=later,
        people=people,
    )
    return boards.roll(board)


def _asked(request: Request, ways: Paths) -> tuple[int, int, lists.Wanted]:
    """How many days, from which speaker on, and what of one speaker's list."""
    days = query.number(request, "days", _DAYS, 1, query.MAX_DAYS)
    return days, query.number(request, "start", 0, 0), query.wanted(request, ways.language, roll.LIMIT)


def _since(door: Door, days: int) -> str:
    """The first of the last days, today included, in UTC."""
    return (
        (datetime.datetime.fromtimestamp(door.now, datetime.UTC) - datetime.timedelta(days=days - 1)).date().isoformat()
    )
