"""A user's own words: terms that have one translation, and terms that stay as they are."""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.translators.protection.parts import Part

_HEAD = 3  # characters by which terms are looked up
_PARTICLES = frozenset({"ko"})  # written with spaces, but a word's particles stand right behind it


class Entry(Struct, frozen=True):
    """A row: ``targets`` by code, or ``keep``, in every language. ``exact``: capitals count. ``language`` is the term's own, if it matters.

    A term that ends in ``*`` stands for its inflected forms too: ``Riksbank*`` finds Riksbanken.
    """

    term: str
    targets: Mapping[str, str] = {}
    keep: bool = False
    exact: bool = False
    language: str = ""

    def back(self, target: str) -> str | None:
        """What the term is in the target language, ``""`` for itself; None where the entry says nothing of it."""
        found = self.targets.get(target) or self.targets.get(codes.base(target))
        return found or ("" if self.keep else None)


class Glossary:
    """Entries; ``identity`` changes with anything in them, and is empty without."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self.identity = hashlib.sha256(msgspec.json.encode(entries, order="sorted")).hexdigest()[:16] if entries else ""
        self.terms = functools.cache(self._terms)

    def _terms(self, source: str, target: str) -> Terms:
        """The terms that have a say when one language is translated into another."""
        own = [entry for entry in self.entries if entry.language in {"", source, codes.base(source)}]
        return Terms([(entry, back) for entry in own if (back := entry.back(target)) is not None], source)


class Terms:
    """Terms of one pair, ready to be found."""

    def __init__(self, terms: Sequence[tuple[Entry, str]], source: str) -> None:
        self._spaced = not codes.unspaced(source)
        self._open = codes.base(source) in _PARTICLES
        self._heads: dict[str, list[tuple[Entry, str]]] = {}
        # Longest first, and of equals that which minds capitals.
        for entry, back in sorted(terms, key=lambda one: (-len(one[0].term), not one[0].exact)):
            self._heads.setdefault(_stem(entry)[:_HEAD].casefold(), []).append((entry, back))

    def __bool__(self) -> bool:
        return bool(self._heads)

    def found(self, text: str) -> tuple[Part, ...]:
        """The terms in a text, longest first, none within another."""
        return tuple(self._walk(text)) if self._heads else ()

    def _walk(self, text: str) -> Iterator[Part]:
        at = 0
        while at < len(text):
            part = self._at(text, at) if not (self._spaced and _within(text, at)) else None
            if part:
                yield part
            at = part.end if part else at + 1

    def _at(self, text: str, at: int) -> Part | None:
        for size in range(_HEAD, 0, -1):
            for entry, back in self._heads.get(text[at : at + size].casefold(), ()):
                end = self._end(text, at, entry)
                if end:
                    said = text[at:end]
                    opens = said[0].isupper() and not _stem(entry)[0].isupper() and bool(back)
                    return Part(at, end, "term", back or said, opens)
        return None

    def _end(self, text: str, at: int, entry: Entry) -> int:
        """Where the term ends that begins here; 0 where it does not."""
        stem = _stem(entry)
        end = at + len(stem)
        said = text[at:end]
        if said != stem and (entry.exact or said.casefold() != stem.casefold()):
            return 0
        if entry.term.endswith("*"):
            while end < len(text) and _within(text, end):
                end += 1
            return end
        return 0 if self._spaced and not self._open and _within(text, end) else end


def _stem(entry: Entry) -> str:
    return entry.term.removesuffix("*")


def _within(text: str, at: int) -> bool:
    """Whether a word goes on here; vowel signs of Indic scripts are of it, which a word character of ``re`` is not."""
    return 0 < at < len(text) and _of_word(text[at - 1]) and _of_word(text[at])


def _of_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"
