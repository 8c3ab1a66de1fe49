"""What a text is about: words that the news uses often, as one key over languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from importlib import resources

import msgspec

from claimwire import codes

_LETTERS = 5  # of the start of a word, without its ending
_PREFIXED = frozenset(
    {"ar", "ckb", "fa", "he", "ps", "sd", "ur", "yi"}
)  # articles and prepositions are written as one with a word
_SYLLABLES = frozenset({"ko"})
_SIGNS = {"ja": 2, "yue": 2, "zh": 2}
_UNSPACED_RUN = 4
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0900-\u0df9']*")


def keys(text: str, language: str) -> frozenset[str]:
    """Keys of the words of ``text`` that the table knows in ``language`` (a base code)."""
    known = _table().get(language, {})
    found = (known[unit] for unit in units(text, language) if unit in known)
    return frozenset(key for each in found for key in each.split())


def units(text: str, language: str) -> set[str]:
    """The starts of its words; runs of signs where words are not parted by spaces."""
    lower = text.lower()
    if codes.unspaced(language):
        size = _SIGNS.get(language, _UNSPACED_RUN)
        return {lower[at : at + size] for at in range(len(lower) - size + 1)}
    return set(_starts(_WORD.findall(lower), language))


def _starts(words: Iterable[str], language: str) -> Iterator[str]:
    size = 2 if language in _SYLLABLES else 4 if language in _PREFIXED else _LETTERS
    for word in words:
        if len(word) > 2 or language in _SYLLABLES:
            yield word[:size]
        if language in _PREFIXED:
            yield from (word[cut : cut + size] for cut in (1, 2) if len(word) > cut + 2)


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    """Keys by unit, by language; clear with ``_table.cache_clear()``."""
    return msgspec.json.decode(
        (resources.files(__package__) / "words.json").read_bytes(), type=dict[str, dict[str, str]]
    )
