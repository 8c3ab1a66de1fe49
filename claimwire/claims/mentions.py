"""Names in a text: capitalised runs of two words or more, people's apart from bodies'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token, pieces
from claimwire.models import Span

_PARTICLES = r"(?:de|da|do|dos|del|van|von|bin|al|el|la|der|di|ul|abu)"
# A stop stays inside a name only after an initial or a title; a name ends with its paragraph.
_WORD = r"(?:[^\W\d_a-z]\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Maj|Sgt|Sen|Rep|Gov|St|Jr|Sr)\.|[^\W\d_a-z][\w'’\-]*"
_CAPITALS = re.compile(rf"\b(?:{_WORD})(?:[^\S\n]+(?:{_PARTICLES}[^\S\n]+)*(?:{_WORD}))+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A capitalised run: a person's name without its titles, or a body's."""

    span: Span
    words: tuple[str, ...]
    titles: frozenset[str]
    person: bool


@dataclass(frozen=True)
class Mentions:
    """All names of a text, in order and without overlap, with the ways to find them."""

    all: Sequence[Mention]

    @cached_property
    def by_last(self) -> dict[str, list[Mention]]:
        """By their last word."""
        return _grouped((mention.words[-1], mention) for mention in self.all)

    @cached_property
    def by_bearing(self) -> dict[str, list[Mention]]:
        """By each word that describes them: their titles, and the words of a body's own name."""
        return _grouped(
            (word, mention)
            for mention in self.all
            for word in (mention.titles if mention.person else mention.titles | set(mention.words))
        )

    def at(self, place: Span) -> Mention | None:
        """The first name that shares a character with ``place``."""
        return next(iter(self.between(place.start, place.end)), None)

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The names that share a character with the stretch."""
        first = bisect_right(self.all, start, key=lambda mention: mention.span.end)
        return self.all[first : bisect_left(self.all, end, lo=first, key=lambda mention: mention.span.start)]


def mentions(text: str, lexicon: Lexicon) -> Mentions:
    """The names in ``text``; none where the language has no lexicon, because nothing could be told of them."""
    if not lexicon.sets:
        return Mentions(())
    found = (_mention(text, match.start(), match.end(), lexicon) for match in _CAPITALS.finditer(text))
    return Mentions([mention for mention in found if mention is not None])


def only(found: Sequence[Mention]) -> Span | None:
    """The longest of them, if all are one name."""
    longest = max(found, key=lambda name: len(name.words), default=None)
    return longest.span if longest and all(same(name, longest) for name in found) else None


def same(one: Mention, other: Mention) -> bool:
    """Whether the words of one are all in the other; two bodies that share one word, such as "ministry", are two all the same."""
    fewer, more = sorted((set(one.words), set(other.words)), key=len)
    return fewer == more or (fewer <= more and (one.person or len(fewer) > 1))


def _grouped(pairs: Iterable[tuple[str, Mention]]) -> dict[str, list[Mention]]:
    """By word; a name in words already seen adds nothing, so that a name of 5,000 mentions costs no more than one."""
    groups: dict[str, dict[tuple[str, ...], Mention]] = defaultdict(dict)
    for word, mention in pairs:
        groups[word].setdefault(mention.words, mention)
    return {word: list(group.values()) for word, group in groups.items()}


def _mention(text: str, start: int, end: int, lexicon: Lexicon) -> Mention | None:
    tokens = pieces(text, start, end)
    person = not any(lexicon.has("bodies", token.lower.removesuffix("'s")) for token in tokens)
    first, titles = _lead(tokens, lexicon, person)
    tokens = tokens[first:]
    words = tuple(token.lower.removesuffix("'s") for token in tokens if token.text[0].isalpha())
    if not words or (len(words) < 2 and not titles):
        return None
    span = Span(start=tokens[0].start, end=tokens[-1].end, text=text[tokens[0].start : tokens[-1].end])
    return Mention(span, words, titles, person)


def _lead(tokens: Sequence[Token], lexicon: Lexicon, person: bool) -> tuple[int, frozenset[str]]:
    """How many tokens before the name are no part of it, and which of them are titles: the Transport Ministry has none."""
    titles: set[str] = set()
    for number, token in enumerate(tokens):
        if person and lexicon.has("titles", token.lower):
            titles.add(token.lower)
        elif not _dropped(token, lexicon):
            return number, frozenset(titles)
    return len(tokens), frozenset(titles)


def _dropped(token: Token, lexicon: Lexicon) -> bool:
    return any(
        lexicon.has(name, token.lower) for name in ("determiners", "prepositions", "breaks", "times", "conjunctions")
    )
