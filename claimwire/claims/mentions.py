"""Names in a text: capitalised runs of two words or more, people's apart from bodies'."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token
from claimwire.models import Span

_NAMELESS = ("people", "contrasts", "auxiliaries", "titles")
_PARTICLE = 3  # letters: al-Assad has two names, Smith-Jones one


@dataclass(frozen=True, slots=True)
class Mention:
    """A capitalised run: a person's name without its titles, or a body's."""

    span: Span
    words: tuple[str, ...]
    titles: frozenset[str]
    person: bool


@dataclass(frozen=True)
class Mentions:
    """All names of a text, in order and without overlap, with the ways to find them; ``openers`` are those that open a sentence."""

    all: Sequence[Mention]
    openers: Sequence[Span] = ()

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
    if not lexicon.sets:
        return Mentions(())
    runs = list(_runs(text, tokens, lexicon))
    found = (_mention(text, run, lexicon) for run in runs)
    openers = [_whole(text, run, lexicon) for run in runs if _opens(text, run[0].start)]
    return Mentions([mention for mention in found if mention is not None], [span for span in openers if span])


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at the place: not what stands right after a quotation mark, where somebody else speaks."""
    before = text[max(0, start - 3) : start]
    return not before.strip(" ") or before[-1] == "\n" or (before[-1] == " " and before.rstrip(" ")[-1] in '.!?”"’»')


def _whole(text: str, run: Sequence[Token], lexicon: Lexicon) -> Span | None:
    """The run without what only its place makes begin with a capital: ``But Lima``."""
    at = 0
    while at < len(run) and (_dropped(run[at], lexicon) or lexicon.has_any(_NAMELESS, run[at].lower)):
        at += 1
    if at == len(run) or run[at].lower in lexicon.pronouns or lexicon.has("possessives", run[-1].lower):
        return None  # "Lima's bridge …": she is no subject
    return Span(start=run[at].start, end=run[-1].end, text=text[run[at].start : run[-1].end])


def _variants(word: str) -> tuple[str, ...]:
    head, mark, tail = word.partition("-")
    return (word, tail) if mark and len(head) < _PARTICLE else (word,)


def _runs(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Sequence[Token]]:
    """Capitalised words in a row, particles between them, small titles before them; a name ends with its sentence and its paragraph."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].capitalised and (end == at or _joined(text, tokens, end)):
            end = _over_particles(text, tokens, end + 1, lexicon)
        if end - at > 1 and _portfolio(tokens, at, lexicon):
            at += 1
        if end > at:
            yield tokens[_titled(text, tokens, at, lexicon) : end]
        at = max(end, at + 1)


def _portfolio(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word ends a title: Secretary of [State] Ana Lima."""
    before = at > 1 and lexicon.has("linkers", tokens[at - 1].lower) and lexicon.has("titles", tokens[at - 2].lower)
    return before and lexicon.has("portfolios", tokens[at].lower)


def _titled(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the small titles before the name begin: ``la [alcaldesa] Ana Lima``."""
    while (
        at
        and _joined(text, tokens, at)
        and tokens[at - 1].text.islower()
        and lexicon.has("titles", tokens[at - 1].lower)
    ):
        at -= 1
    return at


def _over_particles(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """The place after the particles, or a plural's apostrophe, that begin at ``at`` if a name goes on there, else ``at``."""
    end = at + (at < len(tokens) and tokens[at].text in "'’" and tokens[at].start == tokens[at - 1].end)
    while end < len(tokens) and lexicon.has("particles", tokens[end].lower) and _joined(text, tokens, end):
        end += 1
    return end if end < len(tokens) and tokens[end].capitalised and _joined(text, tokens, end) else at


def _joined(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but blanks of one line parts the token from the one before."""
    gap = text[tokens[at - 1].end : tokens[at].start]
    return bool(gap) and "\n" not in gap and gap.isspace()


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


def _mention(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Mention | None:
    tokens = _after_titles(tokens, lexicon)
    person = not any(_bodily(token, lexicon, last=token is tokens[-1]) for token in tokens)
    first, titles = _lead(tokens, lexicon, person)
    tokens = tokens[first:]
    words = tuple(lexicon.bare(token.lower) for token in tokens if token.text[0].isalpha())
    if not words or (len(words) < 2 and not titles) or (person and _office(text, tokens[-1], lexicon)):
        return None
    start, end = tokens[0].start, tokens[-1].end - len(tokens[-1].lower) + len(lexicon.bare(tokens[-1].lower))
    span = Span(start=start, end=end, text=text[start:end])
    return Mention(span, words, titles, person)


def _after_titles(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """From the titles on, where the words before them only tell whose they are: North Korean [Foreign Minister Ri]."""
    last = next((at for at in range(len(tokens) - 2, 0, -1) if lexicon.has("titles", tokens[at].lower)), None)
    if last is None or any(_bodily(token, lexicon) for token in tokens[last + 1 :]):
        return tokens
    if not any(_bodily(token, lexicon) or token.text.isupper() for token in tokens[:last]):
        return tokens
    first = last
    while first and lexicon.has("titles", tokens[first - 1].lower):
        first -= 1
    return tokens[first:]


def _bodily(token: Token, lexicon: Lexicon, *, last: bool = False) -> bool:
    """Whether the word makes a body of the name; some do only before another: West Bank, Kanye West."""
    word = lexicon.bare(token.lower)
    return lexicon.has("bodies", word) or (not last and lexicon.has("regions", word))


def _office(text: str, last: Token, lexicon: Lexicon) -> bool:
    """Whether a title goes on after the run, which is then nobody's name: U.S. Secretary of State."""
    following = text[last.end : last.end + 5].split(" ")
    return lexicon.has("titles", last.lower) and len(following) > 1 and lexicon.has("linkers", following[1])


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
    return lexicon.has_any(("determiners", "prepositions", "breaks", "times", "conjunctions"), token.lower)
