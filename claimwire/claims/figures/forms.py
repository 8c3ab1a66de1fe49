"""Words and what they stand for: one pattern to find them all, one look-up for what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

NEVER = r"(?!)"
SPACE = "[ \u00a0\u202f\u2009]"
# Letters, digits, and marks that are no letters by themselves: vowels of Hindi, points of Hebrew and Arabic, accents apart.
WORD = r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
# re.IGNORECASE takes the letters for plain ones, and a pattern takes any space.
_ALIKE = str.maketrans("İıſK’״“”\u00a0\u202f\u2009", 'iisk\'"""   ')
_REST = 4  # letters that a "*" stands for: endings of cases


def alternation(forms: Iterable[str]) -> str:
    """A pattern of any of the forms, the longest first; one that never matches where there are none."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(_pattern(form) for form in ordered) or NEVER


def opening(forms: Iterable[str], others: str = "") -> str:
    """A look ahead at what one of the forms, or one of the other characters, begins with: what spares most places a longer look."""
    letters = {variant for form in forms for variant in (form[0], form[0].lower(), form[0].upper()[0])}
    return f"(?=[{re.escape(''.join(sorted(letters)))}{others}])"


def _pattern(form: str) -> str:
    stem = SPACE.join(re.escape(part) for part in form.removesuffix("*").split(" "))
    stem = stem.replace("'", "['’]").replace('"', '["״“”]')
    return stem + (rf"\w{{0,{_REST}}}" if form.endswith("*") else "")


class Forms:
    """``get`` is what a form found stands for; ``pattern`` finds one."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        pairs = [(form, key) for key, forms in table.items() for form in forms]
        self.all = [form for form, _ in pairs]
        self.pattern = alternation(self.all)
        self.longest = max(map(len, self.all), default=0) + _REST  # characters of what a form finds, at most
        self._whole = {_plain(form): key for form, key in pairs if not form.endswith("*")}
        self._stems = {_plain(form[:-1]): key for form, key in pairs if form.endswith("*")}

    def get(self, found: str) -> str | None:
        """The key of a form as the text has it; None where it is none."""
        plain = _plain(found)
        if plain in self._whole or not self._stems:
            return self._whole.get(plain)
        ends = (plain[: len(plain) - cut] for cut in range(_REST + 1))
        return next((self._stems[stem] for stem in ends if stem in self._stems), None)


def _plain(form: str) -> str:
    return form.translate(_ALIKE).casefold()


def value(key: str) -> float:
    """``"1e6"``, ``"0.5"`` or ``"1/3"`` as a number."""
    above, _, below = key.partition("/")
    return float(above) / float(below or 1)
