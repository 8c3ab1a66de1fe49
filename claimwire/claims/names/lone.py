"""What the words of a speaker tell: one or many, a name or a thing."""

from __future__ import annotations

from claimwire.claims.speakers.heard import Heard
from claimwire.claims.words.tokens import Token

PERSON = ("titles", "honorifics", "title_endings")
_JOINING = ("conjunctions", "joining")


def many(root: Heard) -> bool:
    """Whether the speaker is two (``李明[和]张伟``), or a word for many whose verb may yet be one person's (``قالت [مصادر]``)."""
    passage = root.passage
    words = [token.lower for token in tokens(root)]
    if any(passage.lexicon.has_any(_JOINING, word) for word in words[1:]) or _joined(root):
        return True
    return not passage.lexicon.grammar.capitals and bool(words) and passage.lexicon.has("plurals", words[0])


def likely(root: Heard) -> bool:
    """Whether the speaker looks like one: a name, or a word for people or bodies; not what a preposition opens (``das Nações``)."""
    passage, words, first = root.passage, tokens(root), _first(root)
    if passage.has("prepositions", first - 1) and not (root.main and root.main.after):
        return False  # "In [una nota] ha detto"
    if not passage.lexicon.grammar.capitals:
        return True
    opened = passage.has_any(("prepositions", "linkers"), first) and not passage.has("determiners", first)
    if opened or any(passage.lexicon.has("embedded", token.lower) for token in words):
        return False
    return any(
        token.capitalised or passage.lexicon.has_any(("people", "bodies", "outlets", *PERSON), token.lower)
        for token in words
    )


def named(root: Heard) -> bool:
    """Whether the speaker is a name and nothing else, as far as capitals tell."""
    words = tokens(root)
    return root.passage.lexicon.grammar.capitals and all(token.capitalised for token in words)


def tokens(root: Heard) -> list[Token]:
    """The speaker's words."""
    span = root.brief.speaker
    return [token for token in root.passage.tokens if span and span.start <= token.start < span.end]


def _first(root: Heard) -> int:
    return root.main.speaker[0] if root.main and root.main.speaker else -1


def _joined(root: Heard) -> bool:
    """Whether another name goes on behind the speaker: ``Mehmet Kaya [ve Ali Taş]``."""
    passage, where = root.passage, root.main.speaker if root.main else None
    if where is None or where[1] + 1 >= len(passage.tokens) or not passage.has_any(_JOINING, where[1]):
        return False
    return passage.tokens[where[1] + 1].capitalised or passage.has_any(("people", *PERSON), where[1] + 1)
