"""Subjects told by words: lists of people, offices and bodies in the nominative, and capitals (Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.endings import SHORT, end_of, named, office, verblike
from claimwire.claims.speakers.by_clause.nounphrase import pronoun
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_LEADS = ("times", "auxiliaries", "contrasts", "datives", "conjunctions")


def before(s: Stretch, low: int, high: int) -> Range | None:
    """The subject in the tokens before a cue."""
    start = low + s.has("oblique_relatives", low)
    while start < high and (s.any(_LEADS, start) or s.tokens[start].text.isdigit()) and not pronoun(s, start):
        start += 1
    if start < high and s.has("prepositions", start):
        return _past_preposition(s, start, high)
    if start < high and s.has("sayings", start):
        start = next((at for at in range(start + 1, high) if office(s, at)), high)
    end = end_of(s, start, high)
    found = named(s, start, end)
    lone = found is not None and s.begins(start) and end == start + 1 < high and s.has("prepositions", end)
    if lone and not office(s, start) and not pronoun(s, start):
        return _past_preposition(s, end, high) or found  # "Asked by reporters the minister [said]"
    return found


def after(s: Stretch, low: int, high: int, *, surely: bool = False) -> Range | None:
    """The subject in the tokens after a cue; ``surely`` where only the speaker can follow."""
    start = low
    while start < high and _lead(s, start) and not pronoun(s, start):
        start += 1
    if start < high and s.has("prepositions", start):
        start = next((at for at in range(start + 2, high) if office(s, at)), high)
    end = end_of(s, start, high)
    post = next((at for at in range(start, end) if office(s, at)), start)
    if all(s.capital(at) for at in range(start, post)):
        start = post  # "told Reuters the spokesman": the agency was told
    plain = surely and 0 < end - start <= SHORT and s.tokens[start].text[0].isalpha()
    return named(s, start, end) or ((start, end) if plain else None)


def _lead(s: Stretch, at: int) -> bool:
    """Whether it leads to the subject: a day, with the preposition before it."""
    timed = s.has("prepositions", at) and s.has("times", at + 1)
    return timed or s.any(("datives", "auxiliaries", "times"), at)


def opening(s: Stretch, low: int, high: int) -> Range | None:
    """The name that opens a clause whose verb is unknown: ``The minister came and [said]``."""
    while low < high and (s.any(_LEADS, low) or not s.tokens[low].text[0].isalpha()) and not pronoun(s, low):
        low += 1
    end = low
    while end < high and not s.has("prepositions", end) and not verblike(s, end) and s.tokens[end].text[0].isalpha():
        end += 1
    return named(s, low, end)


def _past_preposition(s: Stretch, start: int, high: int) -> Range | None:
    """``In an interview on Monday the minister X [said]``: the first office after it, else the names that end there."""
    end = high
    while end > start and (s.any(("times", "auxiliaries", "datives"), end - 1)) and not pronoun(s, end - 1):
        end -= 1
    if pronoun(s, end - 1):
        return end - 1, end
    for sets in (("people", "titles"), ("bodies",)):
        if first := next((at for at in range(start + 2, end) if s.any(sets, at)), None):
            return named(s, first, end_of(s, first, high))
    name = end
    while name > start + 1 and s.capital(name - 1) and not s.has("prepositions", name - 2):
        name -= 1
    return named(s, name, end)
