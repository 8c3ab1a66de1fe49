"""Words and phrases to look for, as lexicons write them: ``said``, ``warn*`` (any ending), ``*ly`` (any beginning), ``pointed out``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from claimwire.claims.words.tokens import Token

Value = TypeVar("Value")


def words_of(entries: Iterable[str]) -> frozenset[str] | Words:
    """A container of single words; entries of several words are never met in it."""
    every = frozenset(entries)
    return Words(every) if any("*" in entry for entry in every) else every


def beginnings(entries: Iterable[str]) -> frozenset[str] | Words:
    """The first words of entries, to pass over quickly what begins none of them."""
    firsts = (entry.split()[0] for entry in entries)
    return words_of(f"*{first}" if first[0] == "'" else first for first in firsts)


class Words:
    """Single words, some with a star at an end: ``word in words``."""

    def __init__(self, entries: Iterable[str]) -> None:
        every = list(entries)
        self._exact = frozenset(every)
        self._heads = tuple(entry[:-1] for entry in every if len(entry) > 1 and entry[-1] == "*")
        self._tails = tuple(entry[1:] for entry in every if len(entry) > 1 and entry[0] == "*")

    def __contains__(self, word: str) -> bool:
        return word in self._exact or word.startswith(self._heads) or word.endswith(self._tails)


class Phrases(Generic[Value]):
    """Entries of one or more words, each with a value; the longest that stands at a place is found there."""

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self._single: dict[str, Value] = {}
        self._longer: dict[
            str, list[tuple[tuple[str, ...], Value]]
        ] = {}  # by the first word, or by two letters and a star
        self._tails: list[tuple[tuple[str, ...], Value]] = []
        for entry, value in sorted(entries.items(), key=lambda pair: (-len(pair[0].split()), -len(pair[0]))):
            self._add(tuple(entry.split()), value)
        self._starred = bool(self._tails) or any(key[-1] == "*" for key in self._longer)
        self._endings = tuple(words[0].lstrip("*") for words, _ in self._tails)

    def _add(self, words: tuple[str, ...], value: Value) -> None:
        if words[0][0] in "*'":  # the end of a word, and what follows it
            self._tails.append((words, value))
        elif words[0][-1] == "*":
            self._longer.setdefault(words[0][:-1][:2] + "*", []).append((words, value))
        elif len(words) == 1:
            self._single[words[0]] = value
        else:
            self._longer.setdefault(words[0], []).append((words, value))

    def at(self, tokens: Sequence[Token], at: int) -> tuple[int, Value] | None:
        """How many tokens from ``at`` on an entry covers, and its value."""
        word = tokens[at].lower
        alone, longer = self._single.get(word), self._longer.get(word)
        longest = None if alone is None else (1, alone)
        if longer is None and not self._starred:
            return longest
        groups = (longer, self._longer.get(word[:2] + "*"), self._tails)
        for words, value in (pair for group in groups if group for pair in group):
            if len(words) > (longest[0] if longest else 0) and _fits(words, tokens, at):
                longest = len(words), value
        return longest


def _fits(words: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    if at + len(words) > len(tokens):
        return False
    return all(_is(word, tokens[at + number].lower) for number, word in enumerate(words))


def _is(pattern: str, word: str) -> bool:
    if pattern[-1] == "*":
        return word.startswith(pattern[:-1])
    if pattern[0] == "*":
        return word.endswith(pattern[1:])
    return word.endswith(pattern) if pattern[0] == "'" else word == pattern
