"""A furniture rule, as a file has it. en.toml and docs/furniture.md say how rules are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Literal

import msgspec
from msgspec import Struct

from claimwire.readers.furniture.fold import clean, low
from claimwire.readers.furniture.keeps import Keeps
from claimwire.readers.furniture.phrases import forms
from claimwire.readers.furniture.rests import Rest, words

Kind = Literal["whole", "label", "start", "end", "has", "brackets"]
SILENT = "<silent>"  # at the head of a line rule: it fits no line in which somebody speaks
SHORTEST = 3  # letters of a phrase that may stand anywhere: a shorter one is in every other line
KINDS: tuple[Kind, ...] = ("whole", "label", "start", "end", "has", "brackets")


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a rule's table may hold: phrases of each kind, what may stand beside them, or one regular expression."""

    reason: str = ""
    whole: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    brackets: tuple[str, ...] = ()
    rest: Rest = "any"
    line: str = ""

    def phrases(self, kind: Kind) -> Iterator[str]:
        """All forms of the phrases of one kind, folded."""
        return chain.from_iterable(map(forms, getattr(self, kind)))


class Speech(Struct, frozen=True):
    """A language's words that rules need: of speaking, of dates, and the small ones between names."""

    said: re.Pattern[str] | None = None
    dates: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()

    def known(self, rest: Rest) -> frozenset[str]:
        """The words that ``rest`` may hold."""
        return self.dates if rest == "date" else self.between

    def spoken(self, text: str) -> bool:
        """Whether somebody speaks in the folded text."""
        return bool(self.said and self.said.search(text))


class File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole file of rules."""

    said: tuple[str, ...] = ()
    dates: str = ""
    between: str = ""
    words: Mapping[str, str] = {}
    needs: tuple[str, ...] = ()
    keep: tuple[Rule, ...] = ()
    remove: tuple[Rule, ...] = ()
    bar: tuple[Rule, ...] = ()

    def speech(self, said: re.Pattern[str] | None) -> Speech:
        """The file's words, ready for use, with the words of speaking of all files."""
        return Speech(said, frozenset(words(low(clean(self.dates)))), frozenset(self.between.split()))

    def filled(self, pattern: str) -> str:
        """A regular expression with the file's pieces in their places."""
        for name, piece in self.words.items():
            pattern = pattern.replace(f"<{name}>", piece)
        return pattern

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """The same, ready for use."""
        return re.compile(self.filled(pattern), re.IGNORECASE)

    def keeps(self) -> Keeps:
        """The file's rules of lines to keep."""
        return Keeps(self.needs, tuple(self.filled(rule.line) for rule in self.keep))


def spoken(tables: Iterable[File]) -> re.Pattern[str] | None:
    """The words of speaking of all files: which language a line is in, nobody knows yet."""
    found = sorted({form for file in tables for phrase in file.said for form in forms(phrase)})
    spaced = "|".join(re.escape(form) for form in found if _spaced(form))
    unspaced = [re.escape(form) for form in found if not _spaced(form)]
    return re.compile("|".join([rf"(?<!\w)(?:{spaced})(?!\w)", *unspaced])) if spaced else None


def _spaced(word: str) -> bool:
    return word[0] < "\u3000" or "\uac00" <= word[0] <= "\ud7a3"


def parsed(table: dict[str, Any]) -> File:
    """A file's table, checked for its shape; raises msgspec.ValidationError."""
    return msgspec.convert(table, File)
