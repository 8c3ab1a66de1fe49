"""Numbers in words, and the words that scale a number (million, crore, 万)."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from msgspec import Struct

from claimwire.translators.checks import tables

_NEVER = re.compile(r"(?!)")
_FEW = 12  # a language that the table lacks may write these out


class Numerals(Struct, frozen=True):
    """A language of numerals.toml: values and their words, parted by semicolons. ``inside``: found within longer words."""

    words: str
    scales: str
    inside: bool = False


@functools.cache
def _table() -> dict[str, Numerals]:
    return tables.read("numerals", dict[str, Numerals])


def known(language: str) -> bool:
    """Whether the table has the language (a base code)."""
    return language in _table()


def apart(language: str) -> bool:
    """Whether the table has the language, with words that are found as whole words only."""
    return known(language) and not _table()[language].inside


def spelled(number: Decimal, text: str, language: str) -> bool:
    """Whether ``text`` may have ``number`` in words: itself, or its parts (twenty and five, a hundred and fifty)."""
    if not known(language):
        return number <= _FEW
    return any(all(_pattern(language, part).search(text) for part in parts) for parts in _ways(number))


def _ways(number: Decimal) -> list[tuple[Decimal, ...]]:
    ways: list[tuple[Decimal, ...]] = [(number,)]
    if number == int(number):
        ones, hundreds = number % 10, number % 100
        if 20 < number < 100 and ones:
            ways.append((number - ones, ones))
        if 100 < number < 1000:
            ways.append((Decimal(100), hundreds) if hundreds else (Decimal(100), number // 100))
    return ways


@functools.cache
def _pattern(language: str, value: Decimal) -> re.Pattern[str]:
    words = _values(language, scales=False).get(value)
    if not words:
        return _NEVER
    inside = _table()[language].inside
    forms = "|".join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(forms if inside else rf"\b(?:{forms})\b", re.IGNORECASE)


@functools.cache
def _values(language: str, *, scales: bool) -> dict[Decimal, list[str]]:
    known = _table()[language]
    entries = (known.scales if scales else known.words).split(";")
    return {Decimal(value): words for value, *words in (entry.split() for entry in entries)}


@functools.cache
def scale_pattern(language: str) -> re.Pattern[str]:
    """Matches a scale word that stands after a number, with the space or hyphen before it; the group ``word`` is the word."""
    if not known(language):
        return _NEVER
    words = [word for words in _values(language, scales=True).values() for word in words]
    forms = "|".join(
        re.escape(word.removesuffix("*"))
        + (r"\w{0,5}" if word.endswith("*") else r"(?![^\W\d_])" if word[0] < "\u0e00" else "")
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"[ \u00a0\u202f-]?(?P<word>{forms})\.?", re.IGNORECASE)


@functools.cache
def scales(language: str, word: str) -> frozenset[Decimal]:
    """What a scale word may stand for: the Portuguese ``bilião`` is two numbers."""
    word = word.lower()
    itself = (
        frozenset({Decimal(1)}) if len(word) == 1 and word.isascii() else frozenset[Decimal]()
    )  # million, or metres
    return itself | frozenset(
        value
        for value, words in _values(language, scales=True).items()
        if any(word == form or (form.endswith("*") and word.startswith(form[:-1])) for form in words)
    )
