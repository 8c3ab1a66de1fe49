"""One name in a text: whose it is, without its titles."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Span


class Mention(Struct, frozen=True):
    """A capitalised run: a person's name without its titles, or a body's."""

    span: Span
    words: tuple[str, ...]
    titles: frozenset[str]
    person: bool


def only(found: Sequence[Mention]) -> Span | None:
    """The longest of them, if all are one name."""
    longest = max(found, key=lambda name: len(name.words), default=None)
    return longest.span if longest and all(same(name, longest) for name in found) else None


def same(one: Mention, other: Mention) -> bool:
    """Whether the words of one are all in the other; two bodies that share one word, such as "ministry", are two all the same."""
    fewer, more = sorted((set(one.words), set(other.words)), key=len)
    return fewer == more or (fewer <= more and (one.person or len(fewer) > 1))


def read(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Mention | None:
    """The name that a capitalised run is, if it is one."""
    tokens = _after_titles(tokens, lexicon)
    person = not any(_bodily(token, lexicon, last=token is tokens[-1]) for token in tokens)
    first, titles = _lead(tokens, lexicon, person)
    tokens = tokens[first:]
    tokens = _past_possessors(tokens, lexicon) if titles else tokens
    words = tuple(lexicon.bare(token.lower) for token in tokens if token.text[0].isalpha())
    if not words or (len(words) < 2 and not titles) or (person and _office(text, tokens[-1], lexicon)):
        return None
    start, end = tokens[0].start, tokens[-1].end - len(tokens[-1].lower) + len(lexicon.bare(tokens[-1].lower))
    span = Span(start=start, end=end, text=text[start:end])
    return Mention(span, words, titles, person)


def _past_possessors(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """A name without what its title is of, where a case ending or capitals alone show that: мэр [Москвы] Анна Лимова."""
    first = 0
    while len(tokens) - first > 2 and (
        lexicon.has("possessors", tokens[first].lower)
        or (tokens[first].text.isupper() and lexicon.sets.get("possessors"))
    ):
        first += 1
    patronymic = any(lexicon.has("patronymics", token.lower) for token in tokens)
    return tokens if patronymic else tokens[first:]


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
        if (person or token.text.islower()) and lexicon.has("titles", token.lower):
            titles.add(token.lower)
        elif not dropped(token, lexicon):
            return number, frozenset(titles)
    return len(tokens), frozenset(titles)


def dropped(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word has its capital from its place alone: ``On``, ``But``, ``Monday``."""
    return lexicon.has_any(("determiners", "prepositions", "breaks", "times", "conjunctions"), token.lower)
