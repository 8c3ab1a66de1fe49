"""Words of attribution, a file a language; a language without a file has an empty lexicon."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.claims.words.cautions import Caveats
from claimwire.claims.words.grammar import Grammar
from claimwire.claims.words.heads import Heads
from claimwire.claims.words.patterns import Phrases, Words, beginnings, words_of
from claimwire.claims.words.tokens import pattern
from claimwire.models import Stance

_NO_WORDS: frozenset[str] = frozenset()
_NO_ENTRIES: Phrases[str] = Phrases({})


class Lexicon(Struct, frozen=True, dict=True):
    """Forms as the file writes them (see lexicons/en.toml and ``patterns``); all lower case, apostrophes straight.

    ``cues``: a form, and what its subject does. ``phrases``: the speaker stands after them; ``postphrases``: before.
    ``cautions``: regular expressions by the reason of the caveat that they find; ``refusals``: those of refusals to comment.
    """

    cues: Mapping[str, Stance] = {}
    phrases: Mapping[str, Stance] = {}
    postphrases: Mapping[str, Stance] = {}
    sets: Mapping[str, frozenset[str]] = {}
    pronouns: Mapping[str, str] = {}
    cautions: Mapping[str, tuple[str, ...]] = {}
    refusals: tuple[str, ...] = ()
    grammar: Grammar = Grammar()
    induced: bool = False

    @cached_property
    def cue(self) -> Phrases[Stance]:
        """The cues, to look up in a text."""
        return Phrases(self.cues)

    @cached_property
    def phrase(self) -> Phrases[Stance]:
        """The phrases with the speaker after them."""
        return Phrases(self.phrases)

    @cached_property
    def postphrase(self) -> Phrases[Stance]:
        """The phrases with the speaker before them."""
        return Phrases(self.postphrases)

    @cached_property
    def heads(self) -> Heads:
        """All words, to part a text without spaces."""
        tables = (self.cues, self.phrases, self.postphrases, self.pronouns, *self.sets.values())
        return Heads(entry for table in tables for entry in table)

    @cached_property
    def parted(self) -> dict[str, dict[str, Stance]]:
        """Verbs whose second word may stand apart (the set ``parted``, which has a form of two words for each), by their first."""
        heads: dict[str, dict[str, Stance]] = {}
        for first, second in (form.split() for form in self.sets.get("parted", ())):
            heads.setdefault(first, {})[second] = self.cues.get(f"{first} {second}", "says")
        return heads

    @cached_property
    def piece(self) -> re.Pattern[str]:
        """What a token is: the abbreviations of the language keep their stop."""
        names = ("abbreviations", "elisions", "enclitics")
        return pattern(*(frozenset(self.sets.get(name, ())) for name in names))

    @cached_property
    def _words(self) -> dict[str, frozenset[str] | Words]:
        return {name: words_of(entries) for name, entries in self.sets.items()}

    @cached_property
    def begins(self) -> frozenset[str] | Words:
        """The words with which a cue of any kind may begin."""
        names = ("hearsay", "impersonal", "innocent", "mental", "nouns", "parted", "personal", "relays", "wrapped")
        tables = (self.cues, self.phrases, self.postphrases, *(self.sets.get(name, ()) for name in names))
        return beginnings(entry for table in tables for entry in table)

    @cached_property
    def _lists(self) -> dict[str, Phrases[str]]:
        return {name: Phrases(dict.fromkeys(entries, name)) for name, entries in self.sets.items()}

    @cached_property
    def hedging(self) -> frozenset[str] | Words:
        """The words with which a hedge may begin."""
        return beginnings(self.sets.get("hedges", ()))

    @cached_property
    def caveats(self) -> Caveats:
        """The regular expressions of caveats, to look up in a sentence."""
        return Caveats(self.cautions)

    @cached_property
    def refusal(self) -> re.Pattern[str] | None:
        """What somebody says who says nothing: ``declined to comment``."""
        return re.compile("|".join(self.refusals), re.IGNORECASE) if self.refusals else None

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` is in the set ``name``."""
        return word in self._words.get(name, _NO_WORDS)

    def has_any(self, names: tuple[str, ...], word: str) -> bool:
        """Whether ``word`` is in one of the sets."""
        union = self._unions.get(names)
        if union is None:
            union = words_of(entry for name in names for entry in self.sets.get(name, ()))
            self._unions[names] = union
        return word in union

    @cached_property
    def _unions(self) -> dict[tuple[str, ...], frozenset[str] | Words]:
        return {}  # grows by the tuples of names that the code holds

    def bare(self, word: str) -> str:
        """``word`` without the ending of a possessive."""
        for ending in self.sets.get("possessives", ()):
            word = word.removesuffix(ending.lstrip("*"))
        return word

    def listed(self, name: str) -> Phrases[str]:
        """The set ``name`` with its entries of several words, to look up in a text."""
        return self._lists.get(name, _NO_ENTRIES)


def known(code: str) -> bool:
    """Whether there are words of attribution for the language, not caveats alone."""
    return bool(load(code).cues)


@cache
def load(code: str) -> Lexicon:
    """The lexicon of a language; clear with ``load.cache_clear()``."""
    file = resources.files("claimwire.claims") / "lexicons" / f"{codes.base(code)}.toml"
    return _parse(tomllib.loads(file.read_text("utf-8"))) if file.is_file() else Lexicon()


def _parse(data: dict[str, Any]) -> Lexicon:
    """A file's tables, each of which may be missing; one with caveats alone leaves the language without words of attribution."""
    return Lexicon(
        **{name: _stances(data.get(name, {})) for name in ("cues", "phrases", "postphrases")},
        sets={name: frozenset(words) for name, words in data.get("sets", {}).items()},
        pronouns={word: kind for kind, words in data.get("pronouns", {}).items() for word in words},
        cautions={reason: tuple(forms) for reason, forms in data.get("caveats", {}).items()},
        refusals=tuple(data.get("refusals", {}).get("forms", ())),
        grammar=msgspec.convert(data.get("grammar", {}), Grammar),
        induced=data.get("induced", False),
    )


def _stances(table: dict[str, list[str]]) -> dict[str, Stance]:
    return {form: stance for stance, forms in msgspec.convert(table, dict[Stance, list[str]]).items() for form in forms}
