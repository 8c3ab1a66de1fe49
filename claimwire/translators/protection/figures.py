"""Numbers with what belongs to them, and how the target language writes them."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.translators.protection.parts import Part

_SIGN = "$€£¥₹₽₴₩₪₺₫฿₦₱"
# Signs and letters before (US$, KV62, COVID-19, A380), digits with what joins them (1,600.5, 14h30, 2020-21, 3:2), and a sign after.
_FIGURE = re.compile(
    rf"(?<![^\W_])(?:[A-Za-z]{{1,6}}-?(?=\d)|[A-Za-z]{{0,3}}[{_SIGN}][ \u00a0]?)?"
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}(?!\d)|\d{1,30}+(?!\d))(?:[.,:'’٬٫/h–-]\d{1,20}){0,8}[½¼¾⅓⅔]?"
    rf"(?:[ \u00a0]?[{_SIGN}](?!\d))?"
)
_NUMBER = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d+)*")


class Style(Struct, frozen=True):
    """A table of ``locale.toml``."""

    languages: tuple[str, ...]
    decimal: str
    group: str


def figures(text: str, source: str, target: str) -> Iterator[Part]:
    """The figures, each to come back as the target language writes it."""
    one, other = _styles().get(codes.base(source)), _styles().get(codes.base(target))
    for match in _FIGURE.finditer(text):
        back = _NUMBER.sub(lambda number: _rewritten(number[0], one, other), match[0]) if one and other else match[0]
        yield Part(match.start(), match.end(), "figure", back)


@functools.cache
def _styles() -> dict[str, Style]:
    tables = tomllib.loads(Path(__file__).with_name("locale.toml").read_text("utf-8"))
    styles = [msgspec.convert(table, Style) for table in tables.values()]
    return {language: style for style in styles for language in style.languages}


def _rewritten(number: str, one: Style, other: Style) -> str:
    """The number in the other style; as it is where the source does not write numbers so (1.2.3, 3,4,5)."""
    group = "[ \u00a0\u202f]" if one.group.isspace() else re.escape(one.group)
    shape = rf"(\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{re.escape(one.decimal)}(\d+))?"
    match = re.fullmatch(shape, number)
    if not match:
        return number
    whole = re.sub(r"\D", other.group, match[1])
    return whole + (other.decimal + match[2] if match[2] else "")
