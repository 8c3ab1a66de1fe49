"""From what the pattern for dates matched to an ISO date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from claimwire.claims.figures import calendars
from claimwire.claims.figures.case import Case

_YEAR_DIGITS = 4


def read(case: Case) -> str | None:
    """The date to the precision that the text gives; None where it stays open."""
    return _READERS[str(case.match.lastgroup)](case)


def ordered(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Of a date in numbers the year, and the others as they stand; None for what is no date at all (a version, an address)."""
    first, second, third = (int(match[name]) for name in ("first", "second", "third"))
    if len(match["first"]) == _YEAR_DIGITS and len(match["third"]) < _YEAR_DIGITS:
        return (first, third, second) if 1 <= second <= 12 and 1 <= third <= 31 else None
    if len(match["first"]) > 2 or not (0 < first <= 31 and 0 < second <= 31) or min(first, second) > 12:
        return None
    if len(match["third"]) < _YEAR_DIGITS:
        return (2000 + third, first, second) if match["mark"] != "-" else None
    return third, first, second


def _numeric(case: Case) -> str | None:
    """Day before month unless the numbers tell otherwise; in English both orders are in use, so that they must."""
    found = ordered(case.match)
    if found is None:
        return None
    year, one, other = found
    either = len(case.match["first"]) < _YEAR_DIGITS and max(one, other) <= 12 and one != other
    if case.known.locale.dates.any_order and either:
        return None
    month, day = (other, one) if other <= 12 else (one, other)
    return calendars.day(year, month, day, case.seen)


def _weekday(case: Case) -> str | None:
    match = case.match
    turn = -1 if match["last"] or match["passed"] else 1 if match["next"] or match["coming"] else 0
    number = case.known.weekdays.get(match["wd"])
    if number is None or (case.ahead and not turn):
        return None
    return calendars.weekday(int(number), turn, case.seen, weekly=case.known.locale.free)


def _month(case: Case) -> str | None:
    """A month by itself: ``last December``."""
    match = case.match
    turn = -1 if match["m_last"] or match["m_passed"] else 1 if match["m_next"] or match["m_coming"] else 0
    number = int(case.known.months.get(match["m_month"]) or 0)
    if turn:
        return calendars.turned_month(number, turn, case.seen)
    return calendars.month(case.year_beside(), number, case.seen)


def _relative(case: Case) -> str | None:
    distance = case.known.days.get(case.match["distance"])
    if case.seen is None or distance is None:
        return None
    return (case.seen + timedelta(days=int(distance))).isoformat()


def _named(prefix: str) -> Callable[[Case], str | None]:
    """A reader of a month's name with a day or a year or neither."""
    return lambda case: _of_month(case, prefix, int(case.known.months.get(case.match[f"{prefix}_month"]) or 0))


def _numbered(prefix: str) -> Callable[[Case], str | None]:
    """A reader of a month given as a number."""
    return lambda case: _of_month(case, prefix, case.whole(f"{prefix}_month") or 0)


def _of_month(case: Case, prefix: str, month: int) -> str | None:
    year, day = case.whole(f"{prefix}_year") or case.year_beside(), case.whole(f"{prefix}_day")
    return calendars.month(year, month, case.seen) if day is None else calendars.day(year, month, day, case.seen)


def _iranian(case: Case) -> str | None:
    month = int(case.known.iranian.get(case.match["ir_month"]) or 0)
    return calendars.iranian(case.whole("ir_year"), month, int(case.match["ir_day"]), case.seen)


def _year(name: str) -> Callable[[Case], str | None]:
    """A reader of a year; a decade, or a stretch of years, is none."""
    return lambda case: None if case.whole("until") or case.match[0].endswith("s") else f"{int(case.match[name]):04}"


def _cjk(case: Case) -> str | None:
    year, month, day = case.whole("cjk_year"), case.whole("cjk_month"), case.whole("cjk_day")
    if case.match["era"]:
        year = calendars.ERAS[case.match["era"]] + (
            1 if case.match["era_year"] == "元" else int(case.match["era_year"])
        )
    if month is not None:
        year = year or case.year_beside()
        return calendars.month(year, month, case.seen) if day is None else calendars.day(year, month, day, case.seen)
    if day is not None:
        return calendars.day_only(day, case.seen) if year is None else None
    return None if year is None else f"{year:04}"


_READERS: dict[str, Callable[[Case], str | None]] = {
    "iso": _numbered("iso"),
    "numeric": _numeric,
    "day_month": _named("dm"),
    "month_day": _named("md"),
    "month_year": _named("my"),
    "month": _month,
    "month_called": _named("mc"),
    "month_word": _numbered("mw"),
    "pair": _numbered("pair"),
    "iranian": _iranian,
    "year": _year("y_year"),
    "bracket": _year("b_year"),
    "called": _year("c_year"),
    "bare": _year("bare_year"),
    "cjk": _cjk,
    "weekday": _weekday,
    "relative": _relative,
}
