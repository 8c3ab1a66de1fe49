"""Numbers and currencies in a text, in a form in which two languages can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

# Digits with single separators between them: full stop, comma, apostrophes, and the spaces that group thousands.
_NUMBER = re.compile(r"(?:(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,'’٬٫]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’٬ \u00a0\u202f])\d{3})(?:\1\d{3})*")
_MOST_DIGITS = 40  # more is an identifier, not a quantity
_MYRIADS = frozenset({"ja", "ko", "zh"})


def numbers(text: str) -> Counter[Decimal]:
    """The numbers that are written in digits, whatever the locale: ``4.3``, ``4,3`` and ``٤٫٣`` are one, ``1,000`` and ``1.000`` too."""
    return Counter(_value(match) for match in _NUMBER.findall(text) if len(match) <= _MOST_DIGITS)


def _value(number: str) -> Decimal:
    number = "".join(str(unicodedata.decimal(character, character)) for character in number)
    parts = re.split(r"\D", number)
    if len(parts) == 1 or _GROUPED.fullmatch(number) or len(set(re.findall(r"\D", number))) == 1 < len(parts) - 1:
        return Decimal("".join(parts))
    return Decimal("".join(parts[:-1]) + "." + parts[-1])


def lost(source: Counter[Decimal], answer: Counter[Decimal], language: str) -> list[Decimal]:
    """The source's numbers that the answer has neither as they are nor on another scale (4.3 billion, 4 300 millones, 43 亿).

    A zero may go: 11:00 is 11h in Portuguese.
    """
    spare = answer - source
    return [
        number
        for number in source - answer
        if number and not any(_rescaled(number, other, language) for other in spare)
    ]


def _rescaled(one: Decimal, other: Decimal, language: str) -> bool:
    low, high = sorted((one, other))
    factor = high / low if low else Decimal(0)
    exponent = factor.adjusted()
    return factor == Decimal(10) ** exponent and (exponent % 3 == 0 or language in _MYRIADS)


def currencies(text: str, names: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The signs of the currencies that the text names by sign, code or word; ``names`` maps a sign to starts of words."""
    words = text.casefold()
    return frozenset(
        sign for sign, known in names.items() if sign in text or any(_named(name, words) for name in known)
    )


def _named(name: str, words: str) -> bool:
    # Only where words are parted by spaces does a word's start mean anything.
    return re.search(rf"\b{name}" if name.isascii() else re.escape(name), words) is not None
