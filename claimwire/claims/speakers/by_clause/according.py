"""Whom words such as ``according to`` name, in languages whose clauses have no fixed order (German, Slavic)."""

from __future__ import annotations

from functools import cache

from claimwire.claims.speakers.by_clause.endings import outside
from claimwire.claims.speakers.by_clause.nounphrase import phrase, pronoun
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_LONGEST = 14  # words
_STEM = 4  # letters: a shorter word has no stem to tell it by


def governed(s: Stretch, cue: Range) -> Range | None:
    """Token range of the one named, or None."""
    high = s.right(cue[1])
    return _second(s, cue, high) if s.lexicon.grammar.subject == "second" else _free(s, cue, high)


def _second(s: Stretch, cue: Range, high: int) -> Range | None:
    """Whom ``laut`` or ``nach Angaben von`` names; after ``so`` only one who ends the clause (``…, so die Polizei``)."""
    start = cue[1] + (s.has("prepositions", cue[1]))
    end = start + 1 if pronoun(s, start) or s.has("obliques", start) else phrase(s, start, high)
    if end <= start:
        return None
    if s.has("bare", cue[0]) and cue[1] - cue[0] == 1:
        parted = cue[0] > 1 and s.stops(cue[0] - 1) and (end == high or s.any(("times", "prepositions"), end))
        return (start, end) if parted else None
    return start, end


def _free(s: Stretch, cue: Range, high: int) -> Range | None:
    """The phrase that a word such as ``according to`` governs: to the clause's end, or as far as its name goes."""
    low = end = cue[1]
    named = False
    if (
        low < high
        and not pronoun(s, low)
        and (s.any(("prepositions", "times", "relatives", "breaks"), low) or s.tokens[low].text.isdigit())
    ):
        return None
    if s.has("obliques", low):
        return low, low + 1
    while end < high and end - low < _LONGEST and not s.any(("finite", "breaks", "times"), end):
        if end > low and not s.capital(end) and (s.has("verbal", end) or s.lexicon.cue.at(s.tokens, end)):
            break
        if (named and not s.noun(end) and not s.has("links", end)) or (end > low and outside(s, end)):
            break
        named = named or (s.capital(end) and end > low) or pronoun(s, end)
        end += 1
    if end != high and not named:
        end = min(end, _past_known(s, low, end) if _known(s, low) else low + 2)
    if end == low or not s.tokens[low].text[0].isalpha():
        return None
    known = not s.lexicon.listed("loose").at(s.tokens, cue[0]) or any(_known(s, at) for at in range(low, end))
    return (low, end) if known else None


def _past_known(s: Stretch, low: int, high: int) -> int:
    """Past the names and known words, and what a body is of: ``ministerstva [dopravy]``."""
    return next((at for at in range(low, high) if not (_known(s, at) or (at > low and s.has("portfolios", at)))), high)


def _known(s: Stretch, at: int) -> bool:
    """Whether the word stands for somebody in any case: a name, or the stem of a word for people or bodies."""
    stems = _stems(s.lexicon.sets.get("people", frozenset()) | s.lexicon.sets.get("bodies", frozenset()))
    return s.capital(at) or pronoun(s, at) or s.tokens[at].lower.startswith(stems)


@cache
def _stems(words: frozenset[str]) -> tuple[str, ...]:
    """Without the letters that a case may change."""
    return tuple(sorted({word[: max(4, len(word) - 2)] for word in words if len(word) > _STEM}))
