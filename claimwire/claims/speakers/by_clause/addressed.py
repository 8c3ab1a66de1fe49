"""Who is told, asked or accused, where cases and no determiners show it: ``обвинил [мэрию] в``, ``vyzval [vládu], aby`` (Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.nounphrase import pronoun
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_LONGEST = 6  # words
_BORDERS = ("prepositions", "complementisers", "infinitive_endings", "verbal", "finite", "breaks")


def addressee(s: Stretch, at: int) -> Range | None:
    """The words from token ``at`` on up to a border behind which only the charge or the wish can stand."""
    end = at
    while end < len(s.tokens) and s.tokens[end].word and not s.any(_BORDERS, end) and end - at <= _LONGEST:
        end += 1
    closed = end < len(s.tokens) and (s.any(_BORDERS, end) or s.tokens[end].text in ",:")
    plain = not any(s.any(("times", "auxiliaries", "negations"), place) for place in range(at, end))
    return (at, end) if closed and plain and at < end <= at + _LONGEST and not pronoun(s, at) else None


def governs(s: Stretch, at: int) -> bool:
    """Whether who is called upon stands there, and what is wanted or charged behind: ``призвал [США] сделать``."""
    to = addressee(s, at)
    return to is not None and (s.tokens[to[1]].word or s.has("complementisers", to[1] + 1))
