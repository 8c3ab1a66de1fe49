"""From what a date says to the day that it means, as ISO 8601. No clock: what is left open is counted from the day of publication."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}  # the year before each era's first
_BUDDHIST = 543  # years that Thailand counts ahead
_NEAR = 92  # days from publication within which a day without a year is taken for the nearest one: a quarter


def published(stamp: str | None) -> date | None:
    """The day of an ISO 8601 stamp, as its own zone has it."""
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None


def day(year: int | None, month: int, number: int, seen: date | None) -> str | None:
    """A day of a month; without its year the nearest to publication, where that is near enough to be sure."""
    if year is not None:
        found = _valid(_western(year), month, number)
        return found.isoformat() if found else None
    if seen is None:
        return None
    return _nearest((_valid(seen.year + step, month, number) for step in (-1, 0, 1)), seen)


def day_only(number: int, seen: date | None) -> str | None:
    """``23日``: the last such day up to publication, within a month."""
    if seen is None:
        return None
    back = (seen - timedelta(days=step) for step in range(28))
    return next((each.isoformat() for each in back if each.day == number), None)


def month(year: int | None, number: int, seen: date | None) -> str | None:
    """A month, ``2026-11``; without its year only where it is near."""
    if not 1 <= number <= 12:
        return None
    if year is not None:
        return f"{_western(year):04}-{number:02}" if 0 < year < 9999 else None
    found = day(None, number, 15, seen)
    return found[:7] if found else None


def turned_month(number: int, turn: int, seen: date | None) -> str | None:
    """The last such month before the one of publication (``turn`` -1), or the next one after it (1)."""
    if seen is None or not 1 <= number <= 12:
        return None
    other_year = number >= seen.month if turn < 0 else number <= seen.month
    return f"{seen.year + (turn if other_year else 0):04}-{number:02}"


def iranian(year: int | None, month_number: int, number: int, seen: date | None) -> str | None:
    """A day of the Iranian calendar."""
    if year is not None:
        found = _from_iranian(year, month_number, number)
        return found.isoformat() if found else None
    if seen is None:
        return None
    return _nearest((_from_iranian(seen.year - step, month_number, number) for step in (620, 621, 622)), seen)


def weekday(number: int, turn: int, seen: date | None, *, weekly: bool) -> str | None:
    """A day of the week, Monday 0. ``turn``: 0 the last one up to publication, -1 before it, 1 after it; by whole weeks if ``weekly``."""
    if seen is None:
        return None
    if turn and weekly:
        return (seen + timedelta(days=number - seen.weekday() + 7 * turn)).isoformat()
    back = (seen.weekday() - number) % 7
    return (seen + timedelta(days={0: -back, -1: -(back or 7), 1: 7 - back}[turn])).isoformat()


def _western(year: int) -> int:
    return year - _BUDDHIST if 2400 < year < 2700 else year


def _valid(year: int, month_number: int, number: int) -> date | None:
    try:
        return date(year, month_number, number)
    except ValueError:
        return None


def _nearest(days: Iterable[date | None], seen: date) -> str | None:
    near = [each for each in days if each and abs((each - seen).days) <= _NEAR]
    return min(near, key=lambda each: abs((each - seen).days)).isoformat() if near else None


def _from_iranian(year: int, month_number: int, number: int) -> date | None:
    """By the 33-year cycle of leap years, which agrees with the calendar's own rule from 1799 to 2256."""
    lengths = [31] * 6 + [30] * 5 + [30 if _leap(year) else 29]
    if not (1200 <= year < 1600 and 1 <= month_number <= 12 and 1 <= number <= lengths[month_number - 1]):
        return None
    leaps = sum(map(_leap, range(1200, year)))
    days = 365 * (year - 1200) + leaps + sum(lengths[: month_number - 1]) + number - 1
    return date(1821, 3, 21) + timedelta(days=days)  # the first of Farvardin 1200


def _leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
