"""What a language file says (languages/*.toml), over what CLDR says of separators, months and days (cldr.json)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

from claimwire import codes

Table = dict[str, list[str]]


class Days(Struct, frozen=True, kw_only=True):
    """How dates are written.

    ``days`` and ``years`` map a distance to its words; lists of twelve and of seven begin with January and with Monday.
    """

    months: list[list[str]] = []
    iranian: list[list[str]] = []
    days_more: list[list[str]] = []
    days_only: list[list[str]] = []
    days: Table = {}
    years: Table = {}
    links: list[str] = []
    month_before: list[str] = []
    month_after: list[str] = []
    year_before: list[str] = []
    year_after: list[str] = []
    last: list[str] = []
    next: list[str] = []
    last_after: list[str] = []
    next_after: list[str] = []
    future: list[str] = []
    month_word: str = ""
    month_first: bool = False
    any_order: bool = False
    only_years: bool = False
    slash_pair: bool = False
    capital: bool = False


class Locale(Struct, frozen=True, kw_only=True):
    """How numbers are written.

    Keys of ``scales``, ``counts``, ``bound`` and ``parts`` are values, those of ``units`` and ``before`` codes. ``counts`` are numbers by
    themselves, ``bound`` only before a scale ("a million"). ``unsure`` is a separator that may mark thousands or decimals. ``joiners``
    and ``prefixed`` stand between number words that belong together ("hundred and five"). ``ordinals`` and ``times`` are patterns of
    what follows a number that is no figure.
    """

    decimal: str = "."
    group: str = ","
    unsure: str = ""
    spaced: bool = False
    slash: bool = False
    free: bool = False
    glued: bool = False
    cjk: str = ""
    kanji: str = ""
    not_before: str = ""
    ordinals: str = ""
    times: str = ""
    short_ordinals: bool = False
    ranges: list[str] = []
    links: list[str] = []
    joiners: list[str] = []
    prefixed: str = ""
    labels: list[str] = []
    vague: list[str] = []
    unclear: list[str] = []
    scales: Table = {}
    counts: Table = {}
    bound: Table = {}
    parts: Table = {}
    units: Table = {}
    before: Table = {}
    after: Table = {}
    months: list[list[str]] = []
    weekdays: list[list[str]] = []
    dates: Days = Days()


class Common(Struct, frozen=True):
    """Signs and codes that every language knows."""

    before: Table
    after: Table
    codes: Table


class _Cldr(Struct, frozen=True):
    months: list[list[str]]
    days: list[list[str]]
    decimal: str
    group: str


@cache
def load(language: str) -> Locale:
    """The locale of a language; of one unknown, its separators are unsure. Clear with ``load.cache_clear()``."""
    base = codes.base(language)
    folder = resources.files(__package__)
    known = msgspec.json.decode((folder / "cldr.json").read_bytes(), type=dict[str, msgspec.Raw]).get(base)
    file = folder / "languages" / f"{base}.toml"
    found = msgspec.convert(tomllib.loads(file.read_text("utf-8")), Locale) if file.is_file() else Locale(unsure=".,")
    if known is None:
        return found
    cldr = msgspec.json.decode(known, type=_Cldr)
    sure = {} if file.is_file() else {"unsure": ""}
    return msgspec.structs.replace(
        found, decimal=cldr.decimal, group=cldr.group, months=cldr.months, weekdays=cldr.days, **sure
    )


@cache
def common() -> Common:
    """Clear with ``common.cache_clear()``."""
    text = (resources.files(__package__) / "common.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Common(data["before"], data["after"], {code: [code] for code in data["codes"]["list"].split()})
