"""What dates look like: one alternative each, named by what reads it (date_reading.py)."""

from __future__ import annotations

import re

from claimwire.claims.figures.forms import NEVER, SPACE, WORD, Forms, alternation
from claimwire.claims.figures.locale import Locale

_ZEROS = "0٠۰०০０"  # noughts of the digits that news is written with; the others follow each in Unicode


def _any(digits: str) -> str:
    """Those digits in every script."""
    return "[" + "".join(chr(ord(zero) + int(digit)) for zero in _ZEROS for digit in digits) + "]"


YEAR = rf"(?:{_any('1')}{_any('56789')}|{_any('2')}{_any('0')})\d\d(?!\d)"
_RECENT = rf"(?:{_any('1')}{_any('9')}|{_any('2')}{_any('0')})\d\d(?!\d)"
_BUDDHIST = rf"{_any('2')}{_any('456')}\d\d(?!\d)"
_IRANIAN = rf"{_any('1')}{_any('34')}\d\d(?!\d)"


def numeric() -> list[str]:
    """Those in numbers alone, which every language has."""
    return [
        r"(?P<iso>(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d))",
        rf"(?P<numeric>(?P<first>\d{{1,4}})(?P<mark>[./]|-|\.{SPACE})(?P<second>\d{{1,2}})(?P=mark)(?P<third>\d{{4}}|\d\d)(?![\d/]|\.\d))",
    ]


def unspaced() -> list[str]:
    """China's, Japan's and Korea's: numbers with the signs for year, month and day."""
    year = rf"(?:(?P<era>令和|平成|昭和)(?P<era_year>\d{{1,2}}|元)|(?P<cjk_year>\d{{4}})){SPACE}?[年년]"
    month = rf"(?P<cjk_month>\d{{1,2}}){SPACE}?(?:月(?!間)|월)"
    lasting = rf"(?!{SPACE}?(?:間|间|内|ぶり|連続|以|간|동안|째|만|연속|내|이내))"
    day = rf"(?P<cjk_day>\d{{1,2}}){SPACE}?(?:日|일|(?<=月\d)[号號]|(?<=月\d\d)[号號]){lasting}"
    begins = rf"(?=令和|平成|昭和|\d{{4}}{SPACE}?[年년]|\d{{1,2}}{SPACE}?[月월日일])"
    return [rf"(?P<cjk>{begins}(?:{year}{SPACE}?)?(?:{month}(?:{SPACE}?(?=\d{{1,2}}{SPACE}?[日일号號]))?)?(?:{day})?)"]


def spaced(ours: Locale, months: Forms, iranian: Forms) -> list[str]:
    """Those with the names of months, and years by themselves."""
    dates = ours.dates
    link = rf"(?:(?:{alternation(dates.links)}){SPACE}?)?"
    year = rf",?{SPACE}{link}"
    shapes = [
        _day_month(link, months, year),
        _iranian(iranian),
        rf"(?P<month_year>(?P<my_month>{months.pattern})(?!{WORD})\.?{year}(?P<my_year>{_BUDDHIST}|{YEAR}))",
    ]
    if dates.month_first:
        shapes.insert(1, _month_day(months))
    if dates.month_word:
        shapes.append(_month_word(dates.month_word))
    if dates.slash_pair:
        shapes.append(r"(?P<pair>(?:(?<=ngày )|(?<=\())(?P<pair_day>\d{1,2})[/-](?P<pair_month>\d{1,2})(?![\d/]))")
    return [*shapes, *_months(ours, months), *_years(ours)]


def _day_month(link: str, months: Forms, year: str) -> str:
    day = rf"(?P<dm_day>\d{{1,2}})(?:st|nd|rd|th|er|\.º|[.ºª°])?(?:{SPACE}|-){link}(?:of )?"
    month = rf"(?P<dm_month>{months.pattern})(?!{WORD})\.?"
    return rf"(?P<day_month>{day}{month}(?:{year}(?P<dm_year>{_BUDDHIST}|{YEAR}))?)"


def _month_day(months: Forms) -> str:
    month = rf"(?P<md_month>{months.pattern})(?!{WORD})\.?"
    day = r"(?P<md_day>\d{1,2})(?:st|nd|rd|th)?(?![\w%:]|[.,]\d)"
    return rf"(?P<month_day>{month}{SPACE}{day}(?:,?{SPACE}(?P<md_year>{YEAR}))?)"


def _iranian(months: Forms) -> str:
    month = rf"(?P<ir_month>{months.pattern})(?!{WORD})"
    return rf"(?P<iranian>(?P<ir_day>\d{{1,2}}){SPACE}{month}(?:{SPACE}(?:ماه{SPACE})?(?P<ir_year>{_IRANIAN}))?)"


def _month_word(word: str) -> str:
    """Vietnamese: ``23 tháng 11 năm 2026``, ``tháng 11/2026``."""
    year = rf"(?:(?:{SPACE}năm{SPACE}|/|-)(?P<mw_year>{YEAR}))?"
    return rf"(?P<month_word>(?:(?P<mw_day>\d{{1,2}}){SPACE})?{word}{SPACE}(?P<mw_month>\d{{1,2}})(?!\d){year})"


def _months(ours: Locale, months: Forms) -> list[str]:
    """Months by themselves, where the word before or after says that they are."""
    dates = ours.dates
    name = rf"(?P<m_month>{months.pattern})(?!{WORD})"
    before = rf"{_behind(dates.month_before)}|(?:(?P<m_last>{alternation(dates.last)})|(?P<m_next>{alternation(dates.next)})){SPACE}"
    after = rf"(?:{SPACE}(?:(?P<m_passed>{alternation(dates.last_after)})|(?P<m_coming>{alternation(dates.next_after)}))(?!{WORD}))?"
    called = rf"(?P<mc_month>{months.pattern})(?={SPACE}(?:{alternation(dates.month_after)})(?!{WORD}))"
    return [rf"(?P<month>(?:{before}){name}{after})", *([rf"(?P<month_called>{called})"] if dates.month_after else [])]


def _years(ours: Locale) -> list[str]:
    """Years by themselves, likewise, or in brackets; in English any number like one, as thousands there have commas."""
    dates = ours.dates
    until = rf"(?:[-–](?P<until>{YEAR}))?(?![.,/]\d)"
    shapes = [
        rf"(?P<year>{_behind(dates.year_before)}(?P<y_year>{YEAR}){until})",
        rf"(?P<bracket>(?<=\()(?P<b_year>{YEAR})(?=\)))",
    ]
    if dates.year_after:
        shapes.append(rf"(?P<called>(?P<c_year>{YEAR})(?={SPACE}?(?:{alternation(dates.year_after)})(?!{WORD})))")
    if dates.only_years:
        shapes.append(rf"(?P<bare>(?P<bare_year>{_RECENT})s?(?![\w%]|[.,/:-]\d))")
    return shapes


def _word(word: str) -> str:
    return re.escape(word).replace("'", "['’]")


def _behind(words: list[str]) -> str:
    """Directly after one of the words."""
    behind = (rf"(?<=(?<!{WORD}){_word(word)}{SPACE})" for word in words)
    return f"(?:{'|'.join(behind) or NEVER})"


def named(ours: Locale, weekdays: Forms, days: Forms) -> list[str]:
    """Weekdays, and days by their distance."""
    dates = ours.dates
    gap, end = (f"{SPACE}?", "") if ours.free else (SPACE, rf"(?!{WORD})")
    before = rf"(?:(?:(?P<last>{alternation(dates.last)})|(?P<next>{alternation(dates.next)})){gap})?"
    after = (
        rf"(?:{gap}(?:(?P<passed>{alternation(dates.last_after)})|(?P<coming>{alternation(dates.next_after)})){end})?"
    )
    weekday = rf"(?P<weekday>{before}(?P<wd>{weekdays.pattern}){end}{after})"
    return [weekday, rf"(?P<relative>(?P<distance>{days.pattern}){end})"]
