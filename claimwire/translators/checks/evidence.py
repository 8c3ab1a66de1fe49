"""What of a text can be compared over languages: numbers, names, Latin words, common words, marks."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from claimwire import codes
from claimwire.translators.checks import sounds, words
from claimwire.translators.checks.digits import tokens

_MARKS = ("?？؟", "!！", '"“”„«»「」『』', "(（", ":：", "%％٪", ",，、،", "…")
_LATIN = re.compile(r"[A-Za-z]{4,}")
_STEM = 4


class Evidence(Struct, frozen=True):
    """``names`` by ear, ``stems`` the starts of Latin words, ``words`` as keys over languages, ``marks`` by their kind."""

    numbers: frozenset[Decimal]
    names: frozenset[str]
    stems: frozenset[str]
    words: frozenset[str]
    marks: frozenset[int]


def evidence(text: str, language: str) -> Evidence:
    """What can be compared of ``text``, in the language of that code."""
    base = codes.base(language)
    return Evidence(
        numbers=frozenset(value for token in tokens(text, base) for value in token.values),
        names=sounds.grams(text),
        stems=frozenset(word[:_STEM].lower() for word in _LATIN.findall(text)),
        words=words.keys(text, base),
        marks=frozenset(at for at, signs in enumerate(_MARKS) if any(sign in text for sign in signs)),
    )
