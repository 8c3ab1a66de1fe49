"""Whether a unit names a day: what is new in the news is told with its day, what is background is not."""

from __future__ import annotations

import re
from functools import cache

from claimwire.claims.figures import date_patterns
from claimwire.claims.figures.forms import WORD, alternation, opening
from claimwire.claims.rankers.features.columns import Columns, Seen, flags, times

_STEM = 5  # letters: a name as long as this may have any ending
_UNSPACED, _HANGUL = (
    "\u0e00",
    ("\uac00", "\ud7a3"),
)  # from Thai on scripts part no words; Hangul does, and puts endings on


def days(units: Seen, language: str) -> Columns:
    """Weekdays, "today", "yesterday": in the languages whose names of days are known (``claims.figures``), else none."""
    names = pattern(language)
    named = flags(names.search(unit.text) for unit in units)
    return {"day": named, "day x lead": times(named, [1 / (1 + number) for number in range(len(named))])}


@cache
def pattern(language: str) -> re.Pattern[str]:
    """The names of days, with endings; it matches nothing where there are none. Clear with ``pattern.cache_clear()``."""
    known = date_patterns.load(language)
    forms = {*known.weekdays.all, *known.days.all}
    anywhere = {form for form in forms if form[0] >= _UNSPACED and not _hangul(form)}
    stems = {form for form in forms - anywhere if len(form) >= _STEM or _hangul(form)}
    whole = forms - anywhere - stems
    apart = rf"(?<!{WORD})(?:{alternation(stems)}|(?:{alternation(whole)})(?!{WORD}))"
    begins = opening(forms) if forms else ""
    return re.compile(f"{begins}(?:{apart}|{alternation(anywhere)})", re.IGNORECASE)


def _hangul(form: str) -> bool:
    return _HANGUL[0] <= form[0] <= _HANGUL[1]
