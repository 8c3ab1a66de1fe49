"""What may stand beside a phrase that begins or ends a line: anything, a date, or names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

Rest = Literal["any", "date", "names"]

_LONGEST = 200  # characters: "follow us on …" is never longer
_QUOTES = re.compile('[«»“”„‟「」『』"]')
_WORD = re.compile(r"\d+|[^\W\d_]+")
_SENTENCE = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?](?=\s)|[。！？۔؟।;:]")  # not the dots of initials and "Dr."
_MOST_WORDS, _MOST_LETTERS = 14, 60


def words(text: str) -> list[str]:
    """Runs of letters and runs of digits."""
    return _WORD.findall(text)


def _any(text: str, _: frozenset[str]) -> bool:
    return len(text) <= _LONGEST and not _QUOTES.search(text)


def _date(text: str, known: frozenset[str]) -> bool:
    found = words(text.lower()) if len(text) <= _LONGEST else []
    return (
        0 < len(found) <= _MOST_WORDS
        and any(map(str.isdigit, found))
        and all(word.isdigit() or word in known for word in found)
    )


def _names(text: str, known: frozenset[str]) -> bool:
    """Capitalised words and the small ones between names; in scripts without capitals, few letters and no sentence end."""
    found = words(text) if len(text) <= _LONGEST else []
    if not found or len(found) > _MOST_WORDS or _QUOTES.search(text) or _SENTENCE.search(text):
        return False
    if any(word[0].islower() or word[0].isupper() for word in found):
        return all(not word[0].islower() or word in known for word in found) and found[-1] not in known
    return len(text) <= _MOST_LETTERS


FITS: Mapping[Rest, Callable[[str, frozenset[str]], bool]] = {"any": _any, "date": _date, "names": _names}
"""For each kind of rest, whether a text is one; the set holds the language's words of dates, or those between names."""
