"""The script of the answer."""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter

from claimwire import codes
from claimwire.translators.checks import tables
from claimwire.translators.checks.pair import Pair

_FEW_LETTERS = 12  # fewer Latin ones may be one name
_FEW_OTHERS = 3
_SHARE = 0.3  # a sentence made of foreign names keeps this much of its own language
_KANA = frozenset({"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"})
_LATIN = ("LATIN",)


def check(pair: Pair) -> str | None:
    """Finds answers that are not in the target's script, the names and terms that it keeps left out; Chinese has no kana."""
    found = Counter(script(letter) for word in pair.new_words for letter in word if letter.isalpha())
    language = pair.languages[1]
    own = sum(found[each] for each in expected(language))
    if language == "zh" and sum(found[each] for each in _KANA) > _SHARE * found.total():
        own = 0
    if language == "ja" and found.total() >= _FEW_LETTERS and not any(found[each] for each in _KANA):
        own = 0
    if found.total() < (_FEW_LETTERS if found["LATIN"] else _FEW_OTHERS) or own >= _SHARE * found.total():
        return None
    return f"the answer is not in the script of {codes.name(pair.target)}"


def expected(language: str) -> tuple[str, ...]:
    """The scripts of a language (a base code), by the first words of Unicode's character names."""
    return _table().get(language, _LATIN)


@functools.lru_cache(maxsize=8192)
def script(letter: str) -> str:
    """The first word of the letter's name in Unicode."""
    return unicodedata.name(letter, "?").split()[0]


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    return tables.read("scripts", dict[str, tuple[str, ...]])
