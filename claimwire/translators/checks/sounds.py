"""Names in any script, roughly by ear: Unicode's names of letters say how they sound."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from claimwire.translators.checks.scripts import script

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0900-\u0df9\u0e31-\u0e4e]*")
_SYLLABIC = frozenset({"HANGUL", "HIRAGANA", "KATAKANA"})
# Sounds that transliterations mix up, as one: labials, sibilants, velars, dentals, liquids, nasals.
_ALIKE = str.maketrans("bpvfczjsgkqxtdlrmn", "ppppsssskkkkttllnn", "aeiouyhw")
_GRAM = 3


def grams(text: str) -> frozenset[str]:
    """Runs of three consonants within the words of a text; of capitalised words alone, where its script has capitals."""
    return frozenset(gram for word in _names(text) for gram in _grams(word))


def _names(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match[0]
        if word != word.lower() or word == word.upper():
            yield word


@functools.lru_cache(maxsize=4096)
def _grams(word: str) -> tuple[str, ...]:
    heard = "".join(map(_sound, word.lower())).translate(_ALIKE)
    heard = re.sub(r"(.)\1+", r"\1", heard)
    return tuple(heard[at : at + _GRAM] for at in range(len(heard) - _GRAM + 1))


@functools.lru_cache(maxsize=16384)
def _sound(letter: str) -> str:
    """The consonants of a letter, from its name; of one with an accent, as without."""
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain.isascii():
        return plain if plain.isalpha() else ""
    kind, _, name = unicodedata.name(letter if script(letter) == "HANGUL" else plain, "").partition(" ")
    called = re.sub(r".*\b(?:LETTER|CHARACTER|SYLLABLE|SIGN)\b ?(?:SMALL |SHORT |FINAL )?", "", name).lower()
    if not called or kind == "CJK" or "sign" in name.lower().split():
        return ""
    if kind in _SYLLABIC:
        return called
    return called[1:2] if kind == "CYRILLIC" and re.fullmatch(r"e[a-z]", called) else called[0]
