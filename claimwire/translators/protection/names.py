"""Names that both languages write alike, for a segment that an engine does not manage as it is."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from claimwire import codes
from claimwire.translators.checks.scripts import expected
from claimwire.translators.protection.parts import Part

# Two to four capitalised words of Latin letters that no sentence begins with: one alone is too often a country or a weekday.
_NAME = re.compile(
    r"(?<=[\w,;:–—] )(?:[A-ZÀ-ÖØ-ÞŠŽĆČŁŚŻ][\w’'-]{1,30})(?: (?:(?:de|da|do|dos|di|del|van|von|bin|al|el|la) )?"
    r"[A-ZÀ-ÖØ-ÞŠŽĆČŁŚŻ][\w’'-]{1,30}){1,3}(?!\w)"
)
_QUOTED = re.compile(r"[“«„\"]([A-ZÀ-Þ][^“”«»„\"]{2,40})[”»“\"]")
_LATIN = ("LATIN",)


def names(text: str, source: str, target: str) -> Iterator[Part]:
    """Titles in quotation marks, and names of several words; none where one of the languages is not written in Latin letters."""
    if any(expected(codes.base(code)) != _LATIN for code in (source, target)):
        return
    small = _small()
    for match in _QUOTED.finditer(text):
        words = match[1].split()
        if not match[1].isupper() and all(word[0].isupper() or word in small for word in words):
            yield Part(match.start(1), match.end(1), "name", match[1])
    for match in _NAME.finditer(text):
        if not match[0].isupper():  # a shout
            yield Part(match.start(), match.end(), "name", match[0])


@functools.cache
def _small() -> frozenset[str]:
    return frozenset(tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))["small"].split())
