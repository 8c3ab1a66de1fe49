"""Constituents of a German clause that may be its subject: the one before the verb, or the first nominative behind it."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.nounphrase import LONGEST, adjective, phrase, pronoun
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

ADVERBIAL = ("prepositions", "times", "breaks", "adverbs", "datives")
_HANGING = ("genitives", "links", "particles", "prepositions", "conjunctions")


def prefield(s: Stretch, low: int, verb: int) -> Range | None:
    """The first constituent, where it is the subject: all that stands before the verb."""
    start = low
    verb = next((at for at in range(low, verb) if s.tokens[at].text == "("), verb)
    while start < verb and (s.any(("contrasts", "conjunctions"), start) or s.has("focus", start)):
        start += 1
    if start >= verb or verb - start > LONGEST:
        return None
    if verb == start + 1 and s.has("demonstratives", start):
        return start, verb
    if pronoun(s, start):
        return start, verb if verb - start <= 3 else start + 1
    nominal = s.has("nominative", start) if s.has("determiners", start) else s.capital(start) or adjective(s, start)
    lone = verb == start + 1 and s.has("objects", start)
    if not nominal or lone or s.any(ADVERBIAL, start) or _adverb(s, start, verb):
        return None
    return (start, verb) if any(s.capital(at) for at in range(start + s.has("determiners", start), verb)) else None


def _adverb(s: Stretch, start: int, verb: int) -> bool:
    """``[Besonders] schlimm``: a word that has its capital from the sentence's beginning alone."""
    after = start + 1
    lowered = after < verb and s.tokens[after].text[0].islower() and not s.any(_HANGING, after)
    return (
        s.begins(start) and s.capital(start) and not s.has("determiners", start) and lowered and not adjective(s, start)
    )


def nominative(s: Stretch, low: int, high: int) -> Range | None:
    """The first noun phrase there that may be the subject."""
    at = low
    while at < high:
        if pronoun(s, at):
            return at, at + 1
        preposed = s.has("prepositions", at)
        end = phrase(s, at + preposed, high)
        if end <= at + preposed:
            at += 1
            continue
        if not preposed and (not s.has("determiners", at) or s.has("nominative", at)) and not s.has("times", at):
            return at, end
        at = end
    return None


def whole(s: Stretch, low: int, high: int) -> Range | None:
    """The stretch without what leads to it, if it is a noun phrase and nothing else."""
    found = prefield(s, low, high)
    return found if found and phrase(s, found[0], high) == high else None
