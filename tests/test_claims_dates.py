"""Dates of a claim: the sentences of dates.txt in 21 languages, and how they are counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from claimwire.claims.figures import calendars, dates
from tests.test_claims_figures import Row, cases

PUBLISHED = "2026-11-23T08:00:00Z"


def moments(text: str, code: str = "en", published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    found = dates(text, 0, len(text), code, published)
    assert all(text[moment.start : moment.end] == moment.text for moment in found)
    return [(moment.text, moment.date) for moment in found]


@pytest.mark.parametrize(("code", "text", "wanted"), list(cases("dates.txt")))
def test_dates_of_a_sentence(code: str, text: str, wanted: list[Row]) -> None:
    assert moments(text, code) == [(span, None if day == "?" else day) for span, day in wanted]


@pytest.mark.parametrize("published", [None, "", "yesterday", "2026-13-45", "2026"])
def test_without_a_day_of_publication_what_is_counted_stays_open(published: str | None) -> None:
    text = "On Monday, 23 November, yesterday and 23 November 2026"
    assert [day for _, day in moments(text, published=published)] == [None, None, None, "2026-11-23"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on Monday", 0),
        ("on Tuesday", -6),
        ("last Monday", -7),
        ("next Monday", 7),
        ("on Sunday", -1),
        ("next Sunday", 6),
    ],
)
def test_weekdays_count_back_from_a_monday(text: str, days: int) -> None:
    assert moments(text)[0][1] == (date(2026, 11, 23) + timedelta(days=days)).isoformat()


def test_a_weekday_to_come_stays_open() -> None:
    assert moments("The court will rule on Friday") == [("Friday", None)]
    assert moments("The court will rule next Friday") == [("next Friday", "2026-11-27")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 December", "2026-12-25"),
        ("25 October", "2026-10-25"),
        ("5 January", "2027-01-05"),
        ("1 June", None),
        ("31 June", None),
    ],
)
def test_a_day_without_a_year_is_the_nearest_within_a_quarter(text: str, day: str | None) -> None:
    assert moments(text) == [(text, day)]


@pytest.mark.parametrize("text", ["31/2/2026", "30 February 2026", "2026-02-30"])
def test_a_day_that_there_is_not_has_no_date(text: str) -> None:
    assert moments(text) == [(text, None)]


@pytest.mark.parametrize(
    "text", ["March on", "It may rain", "Mr May said", "mon ami", "1.2.3.4", "10.30.45.1", "in 1200"]
)
def test_what_is_no_date(text: str) -> None:
    assert moments(text) == []


@pytest.mark.parametrize(
    ("year", "month", "day", "western"),
    [
        (1403, 12, 30, "2025-03-20"),
        (1404, 1, 1, "2025-03-21"),
        (1405, 9, 2, "2026-11-23"),
        (1357, 11, 22, "1979-02-11"),
    ],
)
def test_the_iranian_calendar(year: int, month: int, day: int, western: str) -> None:
    assert calendars.iranian(year, month, day, None) == western


@pytest.mark.parametrize(("month", "day"), [(12, 30), (13, 1), (7, 31), (0, 1)])
def test_days_that_the_iranian_calendar_has_not(month: int, day: int) -> None:
    assert calendars.iranian(1404, month, day, None) is None


@pytest.mark.parametrize(
    ("text", "day"), [("令和8年11月23日", "2026-11-23"), ("平成元年", "1989"), ("昭和64年1月7日", "1989-01-07")]
)
def test_japanese_eras(text: str, day: str) -> None:
    assert moments(text, "ja") == [(text, day)]
