"""Numbers that are written in digits, in a form in which two languages can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from claimwire.translators.checks import numerals

# Digits with single separators between them: full stop, comma, apostrophes, and the spaces that group thousands.
_NUMBER = re.compile(r"(?:(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,'’٬٫]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’٬ \u00a0\u202f])\d{2,3})*(?:[.,'’٬ \u00a0\u202f]\d{3})")  # by two in India
_MOST_DIGITS = 40  # more is an identifier, not a quantity
_MONTH = re.compile(r" ?[月월]")
_MONTH_BEFORE = re.compile(r"tháng $", re.IGNORECASE)
_ROMAN = re.compile(r"\b([IVX]{2,7})(?:e|er|ème|è)?\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_JOINING = frozenset({"ja", "ko", "zh"})  # 1億2千万: numbers that follow each other are one


class Token(Struct, frozen=True):
    """A number: as it is ``written``, what it may be, and its digits alone.

    ``loose``: languages often differ in writing it so (months, Roman numerals).
    """

    written: str
    values: frozenset[Decimal]
    bare: Decimal
    loose: bool = False

    @property
    def month(self) -> bool:
        """Whether it is the number of a month."""
        return self.loose and self.written[0].isdecimal()

    @property
    def plain(self) -> bool:
        """Whether no word scales it."""
        return self.bare in self.values


def tokens(text: str, language: str) -> list[Token]:
    """The numbers of a text in a language (a base code), in order."""
    found = list(_digits(text, language))
    if "I" in text or "V" in text or "X" in text:
        found += [Token(each, frozenset({_roman(each)}), _roman(each), loose=True) for each in _ROMAN.findall(text)]
    return found


def _digits(text: str, language: str) -> Iterator[Token]:
    end, parts = -1, list[Token]()
    for match in _NUMBER.finditer(text):
        if len(match[0]) > _MOST_DIGITS:
            continue
        token, stop = _token(text, match, language)
        if parts and (match.start() != end or language not in _JOINING or parts[-1].loose):
            yield _joined(parts)
            parts = []
        parts.append(token)
        end = stop + (text[stop : stop + 1] == " ")
        if end > stop and parts[-1].plain:
            end = -1
    if parts:
        yield _joined(parts)


def _joined(parts: list[Token]) -> Token:
    if len(parts) == 1:
        return parts[0]
    total = sum((max(part.values) for part in parts), Decimal(0))
    return Token("".join(part.written for part in parts), frozenset({total}), total)


def _token(text: str, match: re.Match[str], language: str) -> tuple[Token, int]:
    """The token that begins with ``match``, and where it ends, with the words that scale it."""
    values, end = _values(match[0]), match.end()
    bare = max(values)
    if _MONTH.match(text, end) or (
        language == "vi" and _MONTH_BEFORE.search(text, max(0, match.start() - 7), match.start())
    ):
        return Token(match[0], values, bare, loose=True), end
    while scale := numerals.scale_pattern(language).match(text, end):
        values = frozenset(value * by for value in values for by in numerals.scales(language, scale["word"]))
        end = scale.end()
    return Token(text[match.start() : end].rstrip("."), values, bare), end


def _values(number: str) -> frozenset[Decimal]:
    """Its values: two where a separator may mark thousands or decimals."""
    number = "".join(str(unicodedata.decimal(character, character)) for character in number)
    parts = re.split(r"\D", number)
    whole = Decimal("".join(parts))
    if len(parts) == 1:
        return frozenset({whole})
    decimal = Decimal("".join(parts[:-1]) + "." + parts[-1])
    if len(set(re.findall(r"\D", number))) == 1 < len(parts) - 1:
        return frozenset({whole})
    if _GROUPED.fullmatch(number):
        return frozenset({whole, decimal}) if len(parts) == 2 and number[-4] in ".," else frozenset({whole})
    return frozenset({decimal})


def _roman(numeral: str) -> Decimal:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return Decimal(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))
