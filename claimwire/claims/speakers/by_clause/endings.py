"""Where a phrase told by words ends, and whether it names somebody (Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.nounphrase import pronoun
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_LONGEST = 14  # words
SHORT = 4  # words of a speaker after a quotation whom no list knows
_ENDS = ("times", "auxiliaries", "finite", "breaks", "negations", "datives", "complementisers")
_TRAILS = ("links", "conjunctions", "determiners", "adverbs")


def outside(s: Stretch, at: int) -> bool:
    """Whether a preposition there begins another phrase."""
    return s.has("prepositions", at) and not s.has("links", at)


def verblike(s: Stretch, at: int) -> bool:
    """Whether the word ends as a verb does, or is known for one."""
    return not s.noun(at) and (
        s.any(("verbal", "finite", "auxiliaries"), at) or s.lexicon.cue.at(s.tokens, at) is not None
    )


def end_of(s: Stretch, start: int, high: int) -> int:
    """Past the phrase that begins at ``start``."""
    if pronoun(s, start):
        return start + 1
    end = start
    while (
        end < high
        and end - start < _LONGEST
        and not outside(s, end)
        and not s.any(_ENDS, end)
        and s.tokens[end].text != "("
    ):
        end += 1
    return end


def office(s: Stretch, at: int) -> bool:
    """Whether it is a pronoun, or a word for people, offices or bodies in the nominative."""
    return s.any(("people", "titles", "bodies"), at) or pronoun(s, at)


def named(s: Stretch, start: int, end: int) -> Range | None:
    """The range, if it names somebody."""
    while end > start and (s.any(_TRAILS, end - 1) and not office(s, end - 1)):
        end -= 1
    if not any(s.tokens[at].text[0].isalpha() for at in range(start, end)):
        return None
    known = any(office(s, at) or (s.capital(at) and not s.has("determiners", at)) for at in range(start, end))
    return (start, end) if known or (s.has("determiners", start) and end - start > 1) else None
