"""One form for what readers take as the same: letter case, apostrophes, vowel points and keyboard variants of letters."""

from __future__ import annotations

import re
import unicodedata

# Arabic vowel points and tatweel, Hebrew points, and the joiner of Persian: writers leave them out at will.
_DROPPED = dict.fromkeys([*range(0x64B, 0x660), 0x640, 0x670, *range(0x591, 0x5C8), 0x200C, 0x200D])
# Alef with and without hamza, Arabic and Persian yeh and kaf; apostrophes; İ, whose small form has two code points.
_SAME = dict(zip(map(ord, "أإآىیک’ʼ‘`´İ\xa0"), "ااايي" + "ك'''''I ", strict=True))
_TABLE = _DROPPED | _SAME
_TOUCHED = re.compile(f"[{''.join(map(chr, _TABLE))}]")  # to look for them takes a tenth of the time of to translate
_DOTLESS = str.maketrans("ıё", "iе")  # capitals of Turkish tell ı from i, most keyboards in a hurry do not
_OPENING, _CLOSING = "([（【［", ")]）】］"


def clean(text: str) -> str:
    """The text without what writers leave out at will; letter case stays."""
    return text.translate(_TABLE) if _TOUCHED.search(text) else text


def low(cleaned: str) -> str:
    """A cleaned text in small letters, as long as it was: places in one are places in the other."""
    small = cleaned.lower()
    small = small if len(small) == len(cleaned) else cleaned
    return small.translate(_DOTLESS) if "ı" in small or "ё" in small else small


def in_brackets(text: str) -> bool:
    """Whether the whole line stands in brackets."""
    return text[:1] in _OPENING and text.rstrip(" .。")[-1:] in _CLOSING if text else False


def goes_on(text: str, place: int) -> bool:
    """Whether a word that needs spaces around it runs across ``place``."""
    return 0 < place < len(text) and _spaced(text[place - 1]) and _spaced(text[place])


def _spaced(char: str) -> bool:
    """Letters, digits and marks of scripts that part words by spaces."""
    if char.isascii():
        return char.isalnum()
    if char.isalnum() or unicodedata.category(char)[0] == "M":
        return not (
            "\u0e00" <= char <= "\u0eff"
            or "\u1000" <= char <= "\u109f"
            or "\u1780" <= char <= "\u17ff"
            or char >= "\u3000"
        )
    return False
