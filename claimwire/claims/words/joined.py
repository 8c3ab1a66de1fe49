"""Tokens of scripts whose words carry signs, joiners and endings: Arabic, Hebrew, Devanagari, Bengali, Tamil, Hangul, Turkish names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimwire.claims.words.lexicon import Lexicon

# Vowel signs and points, which a regular expression takes for no part of a word, and the two joiners.
_SIGNS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
    "\u0981-\u0983\u09bc-\u09cd\u09d7\u09e2\u09e3\u0b82\u0bbe-\u0bcd\u0bd7"
)
_PART = rf"(?:[^\W_]|[{_SIGNS}])+"
# A mark between two Hebrew letters is part of the word: צה"ל.
_INNER = rf"""(?:(?<=[א-ת])["“”„״׳'‘’](?=[א-ת])|[.\-–־](?=[^\W_])){_PART}"""
# What writing leaves out as often as not: Arabic vowels and stretching, the second dot of Turkish "İ" made small, the joiners.
_DROPPED = re.compile("[\u0307\u0640\u064b-\u0652\u0670\u200c-\u200f]")


@cache
def _token() -> re.Pattern[str]:
    """A word or a mark; compiled when needed, as that takes a millisecond."""
    return re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_PART}(?:{_INNER})*|['’]{_PART}|[^\w\s]|_")


def folded(word: str) -> str:
    """The form that the lexicons write."""
    return _DROPPED.sub("", word.lower()).replace("’", "'").rstrip(".") or word


def joined(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Places of the words and marks of ``text[start:end]``; a particle at a word's end or head stands alone."""
    fusing = False
    for match in _token().finditer(text, start, end):
        word = folded(match[0])
        cut = match.start() + _prefix(word, lexicon) if fusing else match.end() - _suffix(word, lexicon)
        yield from ((first, last) for first, last in ((match.start(), cut), (cut, match.end())) if first < last)
        fusing = lexicon.has("fusing", word)


def _prefix(word: str, lexicon: Lexicon) -> int:
    """Characters of a preposition that is written with the word after it: وفقا [ل]وزارة."""
    return max((len(each) for each in lexicon.sets.get("fused", ()) if word.startswith(each)), default=0)


def _suffix(word: str, lexicon: Lexicon) -> int:
    """Characters of a particle at a word's end: 대통령[은]."""
    if lexicon.has("whole", word) or lexicon.has("breaks", word):
        return 0
    endings = (each for each in lexicon.sets.get("subject_suffixes", ()) if word.endswith(each) and word != each)
    return max(map(len, endings), default=0)
