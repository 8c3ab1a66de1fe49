"""What may stand beside a phrase that begins or ends a line: anything, a date, names, or the names of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from claimwire.readers.furniture.fold import low

Rest = Literal["any", "date", "names", "people"]

_LONGEST = 200  # characters: "follow us on …" is never longer
_QUOTES = re.compile('[«»“”„‟「」『』"]')
_WORD = re.compile(r"\d+|[^\W\d_]+")
_SENTENCE = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?](?=\s)|[。！？۔؟।;:]")  # not the dots of initials and "Dr."
_MOST_WORDS, _MOST_LETTERS = 14, 60
_MOST_IN_DATES = 24  # "published … - updated …"
_PERSON = 24  # letters of a name in a script without capitals, spaces and title with it


def words(text: str) -> list[str]:
    """Runs of letters and runs of digits."""
    return _WORD.findall(text)


def _any(text: str, _: frozenset[str]) -> bool:
    return len(text) <= _LONGEST and not _QUOTES.search(text)


def date(found: list[str], known: frozenset[str]) -> bool:
    """Whether words in small letters are numbers and words of dates alone."""
    few = any(map(str.isdigit, found)) and len(found) <= _MOST_IN_DATES
    return few and all(word.isdigit() or word in known for word in found)


def _date(text: str, known: frozenset[str]) -> bool:
    return len(text) <= _LONGEST and date(words(low(text)), known)


def _names(text: str, known: frozenset[str], fewest: int = 1, letters: int = _MOST_LETTERS) -> bool:
    """Capitalised words and the small ones between names; in scripts without capitals, few letters and no sentence end."""
    found = words(text) if len(text) <= _LONGEST else []
    if not found or len(found) > _MOST_WORDS or _QUOTES.search(text) or _SENTENCE.search(text):
        return False
    capitals = [word for word in found if word[0].isupper()]
    if not capitals and not any(word[0].islower() for word in found):
        return len(text) <= letters
    return len(capitals) >= fewest and found[-1] in capitals and all(w in capitals or w.lower() in known for w in found)


def _people(text: str, known: frozenset[str]) -> bool:
    return _names(text, known, fewest=2, letters=_PERSON)


FITS: Mapping[Rest, Callable[[str, frozenset[str]], bool]] = {
    "any": _any,
    "date": _date,
    "names": _names,
    "people": _people,
}
"""For each kind of rest, whether a text is one; the set holds the language's words of dates, or those between names."""
