"""Sentences that a job stores in English, known again, and said in the language of a page (``findings/*.toml``).

A key is the English sentence, with a name in braces for each of its arguments. The name says what an argument is: a ``language``; a
``finding``, ``advice`` or ``what`` that is a sentence or noun of the table itself; ``findings``, one an engine; a ``hint``, which stays
English. Whatever has another name is a number or word that is shown as it stands.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import NamedTuple

from claimwire import codes
from claimwire.render.words import Words

OWN, WORD, ENGLISH = "own", "word", "english"
_FILES = ("{}.toml", "refused.{}.toml")
_NESTED = ("finding", "advice", "what")
_LONGEST = 2_000  # characters: ours are shorter; a longer one is not taken apart
_CLIP = 200  # characters of an argument


class Part(NamedTuple):
    """A part of a sentence: in the page's ``own`` language, a ``word`` of the finding itself, or ``english``."""

    text: str
    kind: str


@dataclass(frozen=True)
class Findings:
    """The sentences known in the language of ``say``."""

    say: Words

    def parts(self, sentence: str) -> tuple[Part, ...]:
        """The sentence in the page's language; as it stands where it is not known."""
        return self._known(sentence) or (Part(sentence, ENGLISH),)

    def _known(self, sentence: str) -> tuple[Part, ...] | None:
        if len(sentence) > _LONGEST:
            return None
        for pattern, told in _table(self.say.code):
            if (match := pattern.fullmatch(sentence)) and (found := self._said(told, match)):
                return found
        return None

    def _said(self, told: str, match: re.Match[str]) -> tuple[Part, ...] | None:
        """The sentence's own template with its arguments; None where one of them ought to be known, and is not."""
        found: list[Part] = []
        for text, name, _, _ in string.Formatter().parse(told):
            found += [Part(text, OWN)] if text else []
            argument = self._argument(name.rstrip("2"), match[name]) if name else ()
            if argument is None:
                return None
            found += argument
        return tuple(found)

    def _argument(self, kind: str, text: str) -> tuple[Part, ...] | None:
        if kind in _NESTED:
            return self._known(text)
        if kind == "findings":
            return tuple(
                chain.from_iterable(self._engine(number, each) for number, each in enumerate(text.split("; ")))
            )
        if kind == "language":
            return self._language(text)
        return (Part(text if len(text) <= _CLIP else f"{text[:_CLIP]} …", ENGLISH if kind == "hint" else WORD),)

    def _engine(self, number: int, text: str) -> Iterator[Part]:
        name, apart, reason = text.partition(": ")
        yield from (Part("; ", OWN),) if number else ()
        yield from (Part(name, WORD), Part(f"{self.say('colon')} ", OWN)) if apart else ()
        yield from self.parts(reason or text)

    def _language(self, english: str) -> tuple[Part, ...]:
        name, apart, rest = english.partition(" (")
        code = _codes().get(name)
        told = self.say.language(code) if code else name
        return (Part(told, ENGLISH if told == name else OWN), *((Part(apart + rest, WORD),) if rest else ()))


@cache
def _table(code: str) -> list[tuple[re.Pattern[str], str]]:
    """Patterns with what they are in this language, those that say most first."""
    folder = resources.files(__package__).joinpath("findings")
    files = [file for name in _FILES if (file := folder.joinpath(name.format(code))).is_file()]
    sections = [section for file in files for section in tomllib.loads(file.read_text("utf-8")).values()]
    pairs = [pair for section in sections for pair in section.items()]
    pairs.sort(key=lambda pair: -len(re.sub(r"\{\w+\}", "", pair[0])))
    return [(_pattern(key), told) for key, told in pairs]


def _pattern(key: str) -> re.Pattern[str]:
    parts = string.Formatter().parse(key)
    return re.compile(
        "".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, _, _ in parts), re.DOTALL
    )


@cache
def _codes() -> dict[str, str]:
    """Languages by their English names."""
    return {name: code for code, name in codes.NAMES.items()}
