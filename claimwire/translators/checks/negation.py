"""Negation: a sentence that says no says so in translation."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

from claimwire.translators.checks import tables
from claimwire.translators.checks.pair import Pair

_NOTHING = re.compile(r"(?!)")


class Negation(Struct, frozen=True):
    """A language of negation.toml."""

    sure: str
    other: str
    never: str
    inside: bool = False
    idiom: bool = False


class Signs(Struct, frozen=True):
    """What finds negation in a text: ``sure`` words, ``any`` that may negate, and turns that are ``never`` one."""

    sure: re.Pattern[str]
    any: re.Pattern[str]
    never: re.Pattern[str]

    def surely(self, text: str) -> bool:
        """Whether the text surely negates."""
        return self.sure.search(self.never.sub(" ", text)) is not None


def check(pair: Pair) -> str | None:
    """Finds sources that surely negate, and answers with nothing that might."""
    source, answer = map(_signs, pair.languages)
    if source is None or answer is None:
        return None
    if source.surely(pair.source_text) and not answer.any.search(pair.answer):
        return "negation differs: the source negates, the translation does not"
    return None


@functools.cache
def _signs(language: str) -> Signs | None:
    known = _table().get(language)
    if known is None:
        return None
    sure, every = (_pattern(words, inside=known.inside) for words in (known.sure, f"{known.sure} {known.other}"))
    never = re.compile(known.never.replace("*", r"\w*"), re.IGNORECASE)
    return Signs(_NOTHING if known.idiom else sure, every, never)


def _pattern(words: str, *, inside: bool) -> re.Pattern[str]:
    forms = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split())
    return re.compile(forms if inside else rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


@functools.cache
def _table() -> dict[str, Negation]:
    return tables.read("negation", dict[str, Negation])
