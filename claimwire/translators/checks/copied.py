"""The source text handed back."""

from __future__ import annotations

import re

from claimwire.translators.checks.pair import Pair
from claimwire.translators.plain import plain, weight

_FEW_LETTERS = 8  # fewer may be one name
_FEW_WORDS = 3  # lower-case words that near languages may share by chance: "o presidente fala" is good in two


def check(pair: Pair) -> str | None:
    """Finds answers that are the source but for case and punctuation, where they cannot be good in both languages."""
    one, other = (re.sub(r"\W+", " ", plain(text)).strip() for text in pair.prose)
    if not pair.different or one.casefold() != other.casefold():
        return None
    words = [word for word in one.split() if word.isalpha() and len(word) > 1 and word == word.lower()]
    certain = sum(map(weight, words)) >= _FEW_LETTERS and (len(words) >= _FEW_WORDS or not one.isascii())
    return "the answer is the source text" if certain else None
