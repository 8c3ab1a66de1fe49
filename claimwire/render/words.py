"""The interface's own words, in the page's language where we have them (``phrases/<code>.toml``), else in English."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from markupsafe import Markup

from claimwire import codes

ENGLISH = "en"
_APART = ("zh-Hant",)  # another script than that of its language's file


@dataclass(frozen=True)
class Words:
    """Words for a page in ``page``; ``code`` is the language that they are in."""

    page: str
    code: str

    @property
    def mark(self) -> Markup:
        """The attributes of an element that holds only these words: none where they are in the page's language."""
        return Markup("") if self.code == codes.base(self.page) else Markup(' lang="{}" dir="ltr"').format(self.code)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase, with its gaps filled."""
        phrase: str = _phrases(self.code)[key]
        return phrase.format(**values) if values else phrase

    def language(self, code: str) -> str:
        """A language's name; the English one where no other is known."""
        names: dict[str, str] = _phrases(self.code)["languages"]
        return names.get(code) or names.get(codes.base(code)) or codes.name(code)

    def number(self, count: int) -> str:
        """A number, its thousands apart as the language writes them."""
        return f"{count:,}".replace(",", self("thousands"))

    def moment(self, text: str) -> str:
        """A date, or a date and time, in ISO 8601 as people write it; what is neither, as it stands."""
        try:
            when = datetime.datetime.fromisoformat(text)
        except ValueError:
            return text
        day = self._date("date", "months", when)
        zone = f" {when.tzname()}" if when.tzinfo else ""
        return self("day_time", date=day, time=f"{when:%H:%M}{zone}") if "T" in text or " " in text else day

    def long(self, day: str) -> str:
        """A day in ISO 8601 with its weekday."""
        when = datetime.datetime.fromisoformat(day)
        return self(
            "day_long", weekday=self("weekdays").split()[when.weekday()], date=self._date("date", "months", when)
        )

    def short(self, day: str) -> str:
        """A day in ISO 8601 without its year."""
        return self._date("day_short", "months_short", datetime.datetime.fromisoformat(day))

    def _date(self, form: str, months: str, when: datetime.datetime) -> str:
        month = self(months).split()[when.month - 1]
        return self(form, day=when.day, month=month, year=when.year, number=when.month)


@cache
def words(page: str) -> Words:
    """The words for a page in this language."""
    known = (
        page not in _APART and resources.files(__package__).joinpath("phrases", f"{codes.base(page)}.toml").is_file()
    )
    return Words(page, codes.base(page) if known else ENGLISH)


def own_name(code: str) -> str | None:
    """What a language calls itself, where we have its words."""
    told = words(code)
    return told.language(code) if told.code == codes.base(code) else None


@cache
def _phrases(code: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("phrases", f"{code}.toml").read_text("utf-8"))
