"""The value of a number in digits, by the separators of its language."""

from __future__ import annotations

import re
import unicodedata

from claimwire.claims.figures.locale import Locale

MOST_DIGITS = 18  # more is an identifier, and no JSON reader's number
_GROUPS = "'’٬ \u00a0\u202f\u2009"  # these part thousands in every language
_PARTED = re.compile(r"[.,]")
_ALIKE = str.maketrans({"٫": ",", "،": ",", "，": ",", "．": "."} | dict.fromkeys(_GROUPS))
_VULGAR = "¼½¾⅓⅔⅛⅕"


def value(digits: str, locale: Locale) -> tuple[int, int] | None:
    """Whole digits and the number of them that are decimals: ``4,30`` is (430, 2). None where the separators leave it open."""
    if digits[-1] in _VULGAR:
        return None
    sure = "٫" in digits
    plain = digits.translate(_ALIKE)
    if sum(map(str.isdecimal, plain)) > MOST_DIGITS:
        return None
    marks = _PARTED.findall(plain)
    if not marks:
        return int(plain), 0
    whole = _PARTED.split(plain)
    decimals = len(whole[-1]) if sure else _decimals(marks, whole, locale)
    return None if decimals is None else (int("".join(whole)), decimals)


def vulgar(digits: str) -> float:
    """``2½`` is 2.5."""
    return int(digits[:-1] or 0) + unicodedata.numeric(digits[-1])


def _decimals(marks: list[str], parts: list[str], locale: Locale) -> int | None:
    """How many of the last digits are decimals."""
    last, mark = parts[-1], marks[-1]
    if mark in marks[:-1]:  # twice the same: thousands, or no number at all
        return 0 if len(set(marks)) == 1 and _grouped(parts) else None
    if len(marks) > 1:
        return len(last) if len(set(marks[:-1])) == 1 and _grouped(parts[:-1]) else None
    if len(last) != 3 or len(parts[0]) > 3 or int(parts[0]) == 0:
        return len(last)
    if mark in locale.unsure:
        return None
    return 3 if mark == locale.decimal else 0


def _grouped(parts: list[str]) -> bool:
    """Whether these are groups of three, or of two as in India, with three at the end."""
    inner = {len(part) for part in parts[1:-1]}
    return 0 < len(parts[0]) <= 3 and len(parts[-1]) == 3 and (inner <= {3} or inner == {2})
