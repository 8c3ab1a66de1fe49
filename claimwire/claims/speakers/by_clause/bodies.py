"""A body in which somebody says something: ``В министерстве сообщили``, ``сообщили в полиции`` (Slavic)."""

from __future__ import annotations

from functools import cache

from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_STEM = 4  # letters: a shorter word has no stem to tell it by
_LONGEST = 8  # words
_LEADS = ("times", "auxiliaries", "contrasts", "conjunctions", "datives")
_ENDS = ("prepositions", "times", "auxiliaries", "finite", "breaks", "datives", "complementisers")


def body(s: Stretch, cue: Range) -> Range | None:
    """The body whose people the plural of a verb without a subject means; the clause begins with it, or it follows the verb."""
    if not s.has("subjectless", cue[0]):
        return None
    low = s.left(cue[0])
    while low < cue[0] and s.any(_LEADS, low):
        low += 1
    return _phrase(s, low, cue[0]) or _phrase(s, cue[1], s.right(cue[1]))


def _phrase(s: Stretch, at: int, high: int) -> Range | None:
    start = end = at + 1
    if not s.has("within", at) or not _bodily(s, start, high):
        return None
    while end < high and end - start < _LONGEST and not (s.any(_ENDS, end) or s.lexicon.cue.at(s.tokens, end)):
        end += 1
    return (start, end) if end > start else None


def _bodily(s: Stretch, at: int, high: int) -> bool:
    """Whether it is a body's name in any case: an acronym, or the stem of a word for bodies, of which one adjective may stand."""
    stems = _stems(s.lexicon.sets.get("bodies", frozenset()))
    places = range(at, min(at + 2, high))
    words = [s.tokens[place] for place in places]
    acronym = bool(words) and words[0].text.isupper() and len(words[0].text) > 1
    return acronym or any(word.lower.startswith(stems) for word in words)


@cache
def _stems(words: frozenset[str]) -> tuple[str, ...]:
    """Without the letters that a case may change."""
    return tuple(sorted({word[: max(_STEM, len(word) - 2)] for word in words if len(word) > _STEM}))
