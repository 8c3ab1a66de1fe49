"""A language's pattern for dates, and what its words stand for."""

from __future__ import annotations

import re
from functools import cache, cached_property

from claimwire.claims.figures import date_shapes, locale
from claimwire.claims.figures.forms import SPACE, WORD, Forms, alternation, opening
from claimwire.claims.figures.locale import Locale


class Patterns:
    """What finds dates, and the forms: months map to 1-12, weekdays to 0-6, other days and years to their distance."""

    def __init__(self, ours: Locale) -> None:
        dates = ours.dates
        self.locale = ours
        self.months, self.iranian = Forms(_numbered(1, ours.months, dates.months)), Forms(_numbered(1, dates.iranian))
        names = [dates.days_only] if dates.days_only else [ours.weekdays, dates.days_more]
        self.weekdays, self.days, self.years = Forms(_numbered(0, *names)), Forms(dates.days), Forms(dates.years)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """A date of any shape."""
        ours, dates = self.locale, self.locale.dates
        own = date_shapes.unspaced() if ours.free else date_shapes.spaced(ours, self.months, self.iranian)
        shapes = [*date_shapes.numeric(), *own, *date_shapes.named(ours, self.weekdays, self.days)]
        names = [form for forms in (self.months, self.iranian, self.weekdays, self.days) for form in forms.all]
        leads = [*dates.last, *dates.next, *filter(None, [dates.month_word])]
        left = r"(?<![0-9A-Za-z])" if ours.free or ours.glued else r"(?<![\w])(?<!\d[.,])"
        begins = opening([*names, *leads], r"\d令平昭İ")
        return re.compile(rf"{begins}{left}(?<![/:$€£])(?:{'|'.join(shapes)})", re.IGNORECASE)

    @cached_property
    def future(self) -> re.Pattern[str]:
        """Words that speak of what is to come; in small letters, as Will may be a name."""
        left, right = ("", "") if self.locale.free else (rf"(?<!{WORD})", rf"(?!{WORD})")
        return re.compile(rf"{left}(?:{alternation(self.locale.dates.future)}){right}")

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """What a number before it counts, which is then no year."""
        tables = (self.locale.units, self.locale.scales)
        nouns = (form for table in tables for key, forms in table.items() if key != "a" for form in forms)
        return re.compile(rf"{SPACE}?(?:[%€$£°]|(?:{alternation(nouns)})(?!{WORD}))", re.IGNORECASE)

    @cached_property
    def year(self) -> re.Pattern[str]:
        """``last year`` and the like after a month."""
        return re.compile(rf",?{SPACE}(?P<year>{self.years.pattern})(?!{WORD})", re.IGNORECASE)

    @cached_property
    def year_first(self) -> re.Pattern[str]:
        """The same before a month."""
        return re.compile(rf"(?P<year>{self.years.pattern})(?:の|의)?{SPACE}?\Z", re.IGNORECASE)


@cache
def load(language: str) -> Patterns:
    """Those of a language. Clear with ``load.cache_clear()``."""
    return Patterns(locale.load(language))


def _numbered(first: int, *lists: list[list[str]]) -> dict[str, list[str]]:
    """Lists of forms by place, joined."""
    table: dict[str, list[str]] = {}
    for names in lists:
        for number, forms in enumerate(names, first):
            table.setdefault(str(number), []).extend(forms)
    return table
