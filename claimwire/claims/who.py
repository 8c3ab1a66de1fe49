"""Which name a mention stands for. A wrong name is worse than none: where two fit, there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token, pieces
from claimwire.models import Span

_PARTICLES = r"(?:de|da|do|dos|del|van|von|bin|al|el|la|der|di|ul|abu)"
_CAPITALS = re.compile(rf"[^\W\d_a-z][\w'’\-]*(?:\.|)(?:\s+(?:{_PARTICLES}\s+)*[^\W\d_a-z][\w'’\-]*)+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A capitalised run: a person's name without its titles, or a body's."""

    span: Span
    words: tuple[str, ...]
    titles: frozenset[str]
    person: bool


def mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """Names of two words or more, in order."""
    found = (_mention(text, match.start(), match.end(), lexicon) for match in _CAPITALS.finditer(text))
    return [mention for mention in found if mention is not None]


def resolve(text: str, speakers: Sequence[Span | None], lexicon: Lexicon) -> list[Span | None]:
    """For each speaker (in text order) the fuller mention that it stands for, or None."""
    names = mentions(text, lexicon)
    resolved: list[Span | None] = []
    for number, speaker in enumerate(speakers):
        resolved.append(_fuller(text, speaker, speakers[:number], resolved, names, lexicon) if speaker else None)
    return resolved


def _fuller(
    text: str,
    speaker: Span,
    before: Sequence[Span | None],
    resolved: Sequence[Span | None],
    names: Sequence[Mention],
    lexicon: Lexicon,
) -> Span | None:
    kind = lexicon.pronouns.get(speaker.text.lower())
    if kind in ("he", "she", "it"):
        return _antecedent(text, speaker, kind, before, resolved, names, lexicon)
    words = [token for token in pieces(text, speaker.start, speaker.end) if token.text[0].isalpha()]
    capitals = [token for token in words if token.capitalised and not lexicon.has("determiners", token.lower)]
    if not capitals or words[-1].text[:1].islower():
        return _described(words, names, lexicon)
    return _surname(speaker, capitals, names, lexicon)


def _antecedent(
    text: str,
    speaker: Span,
    kind: str,
    before: Sequence[Span | None],
    resolved: Sequence[Span | None],
    names: Sequence[Mention],
    lexicon: Lexicon,
) -> Span | None:
    """The last speaker, if of the right sort, and no other fitting name stands between."""
    last = next(((old, new or old) for old, new in zip(reversed(before), reversed(resolved), strict=True) if old), None)
    if last is None:
        return None
    old, full = last
    mention = next((name for name in names if _overlaps(name.span, full) or _overlaps(name.span, old)), None)
    person = mention.person if mention else False
    if mention is None or person != (kind != "it") or _gender_clash(kind, text, old, mention, lexicon):
        return None
    between = (name for name in names if old.end <= name.span.start < speaker.start and name.person == person)
    return mention.span if all(_same(name, mention) for name in between) else None


def _gender_clash(kind: str, text: str, old: Span, mention: Mention, lexicon: Lexicon) -> bool:
    # What is said about the name nearby: its titles, and its apposition up to the next comma or stop.
    nearby = {token.lower for token in pieces(text, old.start, min(len(text), old.end + 60))} | mention.titles
    feminine, masculine = (bool(nearby & lexicon.sets.get(name, frozenset())) for name in ("feminine", "masculine"))
    return (kind == "he" and feminine and not masculine) or (kind == "she" and masculine and not feminine)


def _described(words: Sequence[Token], names: Sequence[Mention], lexicon: Lexicon) -> Span | None:
    """``the minister``, ``the ministry``: the one name that bears the word, as a title or in itself."""
    if not words or not lexicon.has("determiners", words[0].lower) or words[0].lower in ("a", "an", "one", "another"):
        return None
    head = words[-1].lower
    bearers = [name for name in names if head in name.titles or (not name.person and head in name.words)]
    return _only(bearers)


def _surname(speaker: Span, capitals: Sequence[Token], names: Sequence[Mention], lexicon: Lexicon) -> Span | None:
    words = [token.lower.removesuffix("'s") for token in capitals if not lexicon.has("titles", token.lower)]
    if not words:
        return _described([*capitals[:1], *capitals], names, lexicon) if len(capitals) == 1 else None
    fitting = [name for name in names if name.words[-1] == words[-1] and set(words) <= set(name.words)]
    only = _only(fitting)
    return only if only and not _overlaps(only, speaker) else None


def _only(found: Sequence[Mention]) -> Span | None:
    """The longest of them, if all are one name."""
    longest = max(found, key=lambda name: len(name.words), default=None)
    if longest is None or not all(_same(name, longest) for name in found):
        return None
    return longest.span


def _same(one: Mention, other: Mention) -> bool:
    return set(one.words) <= set(other.words) or set(other.words) <= set(one.words)


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _mention(text: str, start: int, end: int, lexicon: Lexicon) -> Mention | None:
    tokens = pieces(text, start, end)
    titles: set[str] = set()
    while tokens and (_dropped(tokens[0], lexicon) or lexicon.has("titles", tokens[0].lower)):
        titles |= {tokens[0].lower} & lexicon.sets.get("titles", frozenset())
        tokens = tokens[1:]
    words = tuple(token.lower.removesuffix("'s") for token in tokens if token.text[0].isalpha())
    if not words or (len(words) < 2 and not titles):
        return None
    span = Span(start=tokens[0].start, end=tokens[-1].end, text=text[tokens[0].start : tokens[-1].end])
    return Mention(span, words, frozenset(titles), not any(lexicon.has("bodies", word) for word in words))


def _dropped(token: Token, lexicon: Lexicon) -> bool:
    return any(
        lexicon.has(name, token.lower) for name in ("determiners", "prepositions", "breaks", "times", "conjunctions")
    )
