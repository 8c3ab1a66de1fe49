"""Subjects told by words: lists of people, offices and bodies in the nominative, and capitals (Slavic)."""

from __future__ import annotations

from functools import cache

from claimwire.claims.stretch import Range, Stretch

_LONGEST = 14
_STEM = 4  # letters: a shorter word has no stem to tell it by
_LEADS = ("times", "auxiliaries", "contrasts", "datives", "conjunctions")
_ENDS = ("times", "auxiliaries", "finite", "breaks", "negations", "datives", "complementisers")
_SHORT = 4  # words of a speaker after a quotation whom no list knows


def before(s: Stretch, low: int, high: int) -> Range | None:
    """The subject in the tokens before a cue."""
    start = low
    while start < high and (s.any(_LEADS, start) or s.tokens[start].text.isdigit()) and not _pronoun(s, start):
        start += 1
    if start < high and s.has("prepositions", start):
        return _past_preposition(s, start, high)
    return _named(s, start, _end(s, start, high))


def after(s: Stretch, low: int, high: int, *, surely: bool = False) -> Range | None:
    """The subject in the tokens after a cue; ``surely`` where only the speaker can follow."""
    start = low
    while start < high and s.any(("datives", "auxiliaries", "times"), start) and not _pronoun(s, start):
        start += 1
    if start < high and s.has("prepositions", start):
        start = next((at for at in range(start + 2, high) if _office(s, at)), high)
    end = _end(s, start, high)
    office = next((at for at in range(start, end) if _office(s, at)), start)
    if office > start and all(s.capital(at) for at in range(start, office)):
        start = office  # "told Reuters the spokesman": the agency was told
    plain = surely and 0 < end - start <= _SHORT and s.tokens[start].text[0].isalpha()
    return _named(s, start, end) or ((start, end) if plain else None)


def opening(s: Stretch, low: int, high: int) -> Range | None:
    """The name that opens a clause whose verb is unknown: ``The minister came and [said]``."""
    while low < high and s.any(_LEADS, low) and not _pronoun(s, low):
        low += 1
    end = low
    while end < high and not s.has("prepositions", end) and (s.noun(end) or _pronoun(s, end)):
        end += 1
    return _named(s, low, end)


def governed(s: Stretch, cue: Range, high: int) -> Range | None:
    """The phrase that a word such as ``according to`` governs: to the clause's end, or as far as its name goes."""
    low = end = cue[1]
    named = False
    if (
        low < high
        and not _pronoun(s, low)
        and (s.any(("prepositions", "times", "relatives"), low) or s.tokens[low].text.isdigit())
    ):
        return None
    while end < high and end - low < _LONGEST and not s.any(("finite", "breaks", "times"), end):
        if (named and not s.noun(end) and not s.has("linkers", end)) or (end > low and _outside(s, end)):
            break
        named = named or (s.capital(end) and end > low) or _pronoun(s, end)
        end += 1
    if end != high and not named:
        end = min(end, low + 2)
    if end == low or not s.tokens[low].text[0].isalpha():
        return None
    known = not s.lexicon.listed("loose").at(s.tokens, cue[0]) or any(_known(s, at) for at in range(low, end))
    return (low, end) if known else None


def _known(s: Stretch, at: int) -> bool:
    """Whether the word stands for somebody in any case: a name, or the stem of a word for people or bodies."""
    stems = _stems(s.lexicon.sets.get("people", frozenset()) | s.lexicon.sets.get("bodies", frozenset()))
    return s.capital(at) or _pronoun(s, at) or s.tokens[at].lower.startswith(stems)


@cache
def _stems(words: frozenset[str]) -> tuple[str, ...]:
    """Without the letters that a case may change."""
    return tuple(sorted({word[: max(4, len(word) - 2)] for word in words if len(word) > _STEM}))


def _outside(s: Stretch, at: int) -> bool:
    return s.has("prepositions", at) and not s.has("linkers", at)


def _past_preposition(s: Stretch, start: int, high: int) -> Range | None:
    """``In an interview on Monday the minister X [said]``: the first office after it, else the names that end there."""
    end = high
    while end > start and (s.any(("times", "auxiliaries", "datives"), end - 1)) and not _pronoun(s, end - 1):
        end -= 1
    if _pronoun(s, end - 1):
        return end - 1, end
    first = next((at for at in range(start + 2, end) if _office(s, at)), None)
    if first is not None:
        return _named(s, first, _end(s, first, high))
    name = end
    while name > start + 1 and s.capital(name - 1) and not s.has("prepositions", name - 2):
        name -= 1
    return _named(s, name, end)


def _end(s: Stretch, start: int, high: int) -> int:
    """Past the phrase that begins at ``start``."""
    if _pronoun(s, start):
        return start + 1
    end = start
    while end < high and end - start < _LONGEST and not _outside(s, end) and not s.any(_ENDS, end):
        end += 1
    return end


def _office(s: Stretch, at: int) -> bool:
    return s.any(("people", "titles", "bodies"), at) or _pronoun(s, at)


def _pronoun(s: Stretch, at: int) -> bool:
    return 0 <= at < len(s.tokens) and s.tokens[at].lower in s.lexicon.pronouns


def _named(s: Stretch, start: int, end: int) -> Range | None:
    """The range, if it names somebody."""
    while end > start and s.any(("linkers", "conjunctions"), end - 1):
        end -= 1
    if not any(s.tokens[at].text[0].isalpha() for at in range(start, end)):
        return None
    known = any(_office(s, at) or (s.capital(at) and not s.has("determiners", at)) for at in range(start, end))
    return (start, end) if known or (s.has("determiners", start) and end - start > 1) else None
