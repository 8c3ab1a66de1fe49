"""Numbers with the characters for powers of ten: 1兆2000億, 3만5천, 三万."""

from __future__ import annotations

import math
import re
import unicodedata

from claimwire.claims.figures import digits
from claimwire.claims.figures.found import Number
from claimwire.claims.figures.locale import Locale

# Korean letters that stand for powers of ten; Unicode knows the values of the Chinese ones.
_HANGUL = {"십": 10.0, "백": 100.0, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12}
_POWERS = "十百千万萬亿億兆" + "".join(_HANGUL)
_LARGE = "万萬亿億兆"  # such a power multiplies all that stands before it
_PART = re.compile(rf"(\d[\d.,，．]*)?([^\W\d{_POWERS}]*)([{_POWERS}]*)")


def value(text: str, locale: Locale, *, certain: bool) -> Number | None:
    """None where it is no number: characters alone are one with a unit (``certain``), or a great power after a digit (not 千万, 一些)."""
    if not any(character in locale.cjk + locale.kanji for character in text):
        return digits.value(text, locale)
    plain = "".join(text.split())
    arabic = any(map(str.isdecimal, plain))
    if not (arabic or certain or (plain[0] in locale.kanji and plain[-1] in _LARGE)):
        return None
    parts = [(_digits(arabic or "", written, locale), powers) for arabic, written, powers in _PART.findall(plain)]
    return _sum([(number, powers) for number, powers in parts if number is not None or powers])


def _digits(arabic: str, written: str, locale: Locale) -> float | None:
    if written:
        return float("".join("2" if sign == "两" else f"{unicodedata.numeric(sign):.0f}" for sign in written))
    found = digits.value(arabic, locale) if arabic else None
    return found[0] / 10 ** found[1] if found else None


def _sum(parts: list[tuple[float | None, str]]) -> float:
    total = section = 0.0
    for number, powers in parts:
        sizes = [_HANGUL.get(power) or unicodedata.numeric(power) for power in powers]
        large = math.prod(size for size in sizes if size >= 1e4)
        section += (1.0 if number is None else number) * math.prod(size for size in sizes if size < 1e4)
        if large > 1:
            total, section = total + section * large, 0.0
    return total + section
