"""Noun phrases by their ends, and forms that are nouns though they look like verbs (German)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.nounphrase import LONGEST, phrase
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch


def ending(s: Stretch, low: int, high: int) -> Range | None:
    """The noun phrase that ends before token ``high``."""
    for start in range(max(low, high - LONGEST), high):
        if not s.has("prepositions", start) and phrase(s, start, high) == high:
            return start, high
    return None


def noun(s: Stretch, at: int) -> bool:
    """Whether the form is no verb here: a noun by its capital (``die Frage``), or a determiner (``meine Damen``)."""
    inner = at > 0 and s.tokens[at - 1].word and s.tokens[at].capitalised
    return inner or (s.has("determiners", at) and phrase(s, at, len(s.tokens)) > at + 1)
