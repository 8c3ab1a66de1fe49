"""A language's pattern for dates, and what its words stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimwire.claims.figures import date_shapes, locale
from claimwire.claims.figures.forms import SPACE, WORD, Forms, alternation, opening
from claimwire.claims.figures.locale import Locale


@dataclass(frozen=True)
class Patterns:
    """``whole`` finds dates; the forms map months to 1-12, weekdays to 0-6, other days to their distance; ``counted`` follows no year.

    ``year`` and ``year_first`` find "last year" and the like after and before a month, ``years`` tells their distance.
    """

    locale: Locale
    whole: re.Pattern[str]
    months: Forms
    iranian: Forms
    weekdays: Forms
    days: Forms
    future: re.Pattern[str]
    counted: re.Pattern[str]
    years: Forms
    year: re.Pattern[str]
    year_first: re.Pattern[str]


@cache
def load(language: str) -> Patterns:
    """Those of a language. Clear with ``load.cache_clear()``."""
    ours = locale.load(language)
    dates = ours.dates
    months = Forms(_numbered(1, ours.months, dates.months))
    weekdays = Forms(_numbered(0, *([dates.days_only] if dates.days_only else [ours.weekdays, dates.days_more])))
    iranian, days = Forms(_numbered(1, dates.iranian)), Forms(dates.days)
    shapes = [
        *date_shapes.numeric(),
        *(date_shapes.unspaced() if ours.free else date_shapes.spaced(ours, months, iranian)),
        *date_shapes.named(ours, weekdays, days),
    ]
    edge = ("", "") if ours.free else (rf"(?<!{WORD})", rf"(?!{WORD})")
    left = r"(?<![0-9A-Za-z])" if ours.free or ours.glued else r"(?<![\w])(?<!\d[.,])"
    named = [
        *months.all,
        *iranian.all,
        *weekdays.all,
        *days.all,
        *dates.last,
        *dates.next,
        *filter(None, [dates.month_word]),
    ]
    begins = opening(named, r"\d令平昭İ")
    whole = rf"{begins}{left}(?<![/:$€£])(?:{'|'.join(shapes)})"
    future = re.compile(rf"{edge[0]}(?:{alternation(dates.future)}){edge[1]}")
    nouns = alternation(
        form for table in (ours.units, ours.scales) for key, forms in table.items() if key != "a" for form in forms
    )
    counted = re.compile(rf"{SPACE}?(?:[%€$£°]|(?:{nouns})(?!{WORD}))", re.IGNORECASE)
    years = Forms(dates.years)
    year = re.compile(rf",?{SPACE}(?P<year>{years.pattern})(?!{WORD})", re.IGNORECASE)
    year_first = re.compile(rf"(?P<year>{years.pattern})(?:の|의)?{SPACE}?\Z", re.IGNORECASE)
    return Patterns(
        ours,
        re.compile(whole, re.IGNORECASE),
        months,
        iranian,
        weekdays,
        days,
        future,
        counted,
        years,
        year,
        year_first,
    )


def _numbered(first: int, *lists: list[list[str]]) -> dict[str, list[str]]:
    """Lists of forms by place, joined."""
    table: dict[str, list[str]] = {}
    for names in lists:
        for number, forms in enumerate(names, first):
            table.setdefault(str(number), []).extend(forms)
    return table
