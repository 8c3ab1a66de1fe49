"""Names in a text: capitalised runs of two words or more, people's apart from bodies'."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from claimwire.claims.names import capitals
from claimwire.claims.names.mention import Mention, dropped, read
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

_NAMELESS = ("people", "contrasts", "auxiliaries", "titles")
_PARTICLE = 3  # letters: al-Assad has two names, Smith-Jones one


class Mentions(Struct, frozen=True, dict=True):
    """All names of a text, in order and without overlap, with the ways to find them; ``runs`` are all its capitalised ones."""

    all: Sequence[Mention]
    text: str
    runs: Sequence[Sequence[Token]]
    lexicon: Lexicon

    @cached_property
    def openers(self) -> list[Span]:
        """Names, of one word too, that open a sentence."""
        found = (_whole(self.text, run, self.lexicon) for run in self.runs if _opens(self.text, run[0].start))
        return [span for span in found if span]

    @cached_property
    def by_last(self) -> dict[str, list[Mention]]:
        """By their last word, with and without a particle: al-Assad, Assad."""
        return _grouped((word, mention) for mention in self.all for word in _variants(mention.words[-1]))

    @cached_property
    def by_first(self) -> dict[str, list[Mention]]:
        """People by their first word: a given name, or a family name that stands first."""
        return _grouped(
            (mention.words[0], mention) for mention in self.all if mention.person and len(mention.words) > 1
        )

    def opening(self, start: int, end: int) -> Sequence[Span]:
        """The names, of one word too, that open a sentence within the stretch."""
        first = bisect_left(self.openers, start, key=lambda span: span.start)
        return self.openers[first : bisect_left(self.openers, end, lo=first, key=lambda span: span.start)]

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


def mentions(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Mentions:
    """The names in a text and its tokens; none where the language has no lexicon, because nothing could be told of them."""
    runs = list(capitals.runs(text, tokens, lexicon)) if lexicon.sets else []
    found = (read(text, run, lexicon) for run in runs if len(run) > 1)
    return Mentions([mention for mention in found if mention is not None], text, runs, lexicon)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at the place: not what stands right after a quotation mark, where somebody else speaks."""
    before = text[max(0, start - 3) : start]
    return not before.strip(" ") or before[-1] == "\n" or (before[-1] == " " and before.rstrip(" ")[-1] in '.!?”"’»')


def _whole(text: str, run: Sequence[Token], lexicon: Lexicon) -> Span | None:
    """The run without what only its place makes begin with a capital: ``But Lima``."""
    at = 0
    while at < len(run) and (dropped(run[at], lexicon) or lexicon.has_any(_NAMELESS, run[at].lower)):
        at += 1
    if at == len(run) or run[at].lower in lexicon.pronouns or lexicon.has("possessives", run[-1].lower):
        return None  # "Lima's bridge …": she is no subject
    return Span(start=run[at].start, end=run[-1].end, text=text[run[at].start : run[-1].end])


def _variants(word: str) -> tuple[str, ...]:
    head, mark, tail = word.partition("-")
    return (word, tail) if mark and len(head) < _PARTICLE else (word,)


def _grouped(pairs: Iterable[tuple[str, Mention]]) -> dict[str, list[Mention]]:
    """By word; a name in words already seen adds nothing, so that a name of 5,000 mentions costs no more than one."""
    groups: dict[str, dict[tuple[str, ...], Mention]] = defaultdict(dict)
    for word, mention in pairs:
        groups[word].setdefault(mention.words, mention)
    return {word: list(group.values()) for word, group in groups.items()}
