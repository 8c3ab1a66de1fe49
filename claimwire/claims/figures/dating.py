"""Dates of a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claimwire.claims.figures import calendars, date_patterns, date_reading
from claimwire.claims.figures.case import Case
from claimwire.claims.figures.date_patterns import Patterns
from claimwire.models import Moment

_APPOSED = re.compile(
    r"[,(]?\s?(?:(?:the|den|dem|le|el|de|di|o|a|am|ngày)\s)?\(?"
)  # between a weekday and the date that it is
# Months and weekdays that are other words without a capital: English may and march.
_NAMED = {
    "month": "m_month",
    "day_month": "dm_month",
    "month_day": "md_month",
    "month_year": "my_month",
    "weekday": "wd",
}


def dates(text: str, start: int, end: int, language: str, published: str | None = None) -> tuple[Moment, ...]:
    """Dates inside ``text[start:end]``, in order and apart, with exact spans.

    ``published`` (ISO 8601) is what weekdays, "yesterday" and days without a year are counted from. A weekday by itself is taken for
    the last one up to that day, as news tells of what has been; where the stretch speaks of what is to come, it stays open.
    """
    return moments(text, start, end, places(text, start, end, language), date_patterns.load(language), published)


def moments(
    text: str, start: int, end: int, found: Sequence[re.Match[str]], known: Patterns, published: str | None
) -> tuple[Moment, ...]:
    """The dates that stand at ``places``."""
    if not found:
        return ()
    seen, ahead = calendars.published(published), known.future.search(text, start, end) is not None
    return tuple(_agreed(text, [_moment(Case(match, known, seen, ahead)) for match in found], known))


def _moment(case: Case) -> Moment:
    match = case.match
    return Moment(start=match.start(), end=match.end(), text=match[0], date=date_reading.read(case))


def places(text: str, start: int, end: int, language: str) -> list[re.Match[str]]:
    """Where dates stand, in order."""
    known = date_patterns.load(language)
    return [match for match in known.whole.finditer(text, start, end) if match[0] and _is_date(text, match, known)]


def _is_date(text: str, match: re.Match[str], known: Patterns) -> bool:
    kind = str(match.lastgroup)
    if kind == "numeric":
        return date_reading.ordered(match) is not None
    if kind in ("year", "bare"):
        return known.counted.match(text, match.end()) is None  # 2000 euros
    return kind not in _NAMED or not known.locale.dates.capital or match[_NAMED[kind]][0].isupper()


def _agreed(text: str, found: list[Moment], known: Patterns) -> list[Moment]:
    """``Monday, 30 November``: the weekday is that day's."""
    agreed = list(found)
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        number = known.weekdays.get(one.text)
        if number and other.date and _APPOSED.fullmatch(text, one.end, other.start) and _falls(other.date, int(number)):
            agreed[at] = Moment(start=one.start, end=one.end, text=one.text, date=other.date)
    return agreed


def _falls(day: str, weekday: int) -> bool:
    return len(day) == len("2026-11-23") and date.fromisoformat(day).weekday() == weekday
