"""A speaker with what stands beside the name: ``Ana Lima, the deputy mayor,``."""

from __future__ import annotations

from claimwire.claims.speakers.by_order import verbs
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range

# What a comma after a name may lead to that tells nothing of the name.
_NOT_APPOSED = (
    "prepositions",
    "times",
    "participles",
    "gerunds",
    "conjunctions",
    "contrasts",
    "asides",
    "breaks",
    "auxiliaries",
)
_APPOSITION = 24  # tokens between a name and its verb
_BRACKET = 14  # tokens of a bracket after a name


def source(passage: Passage, cue: Cue) -> Range:
    """The speaker with the apposition, the brackets or the relative clause beside the name."""
    start, stop = cue.speaker or cue.cue
    if stop <= cue.cue[0] and not cue.shares:
        end = verbs.reach(passage.tokens, cue.cue[0], passage.lexicon)
        closed = 0 < end - stop <= _APPOSITION and passage.mark(end - 1) in (",", ")")
        return (start, end) if closed and passage.mark(stop) in (",", "(") else (start, stop)
    return start, _appended(passage, stop)


def _appended(passage: Passage, at: int) -> int:
    """Past ``(Porto)``, ``, 43,`` and ``, the deputy mayor of Porto`` or ``, who heads the union``: to the comma or stop that ends it."""
    if passage.mark(at) == "(":
        closed = next(
            (place + 1 for place in range(at, min(at + _BRACKET, len(passage.tokens))) if passage.mark(place) == ")"),
            at,
        )
        return _appended(passage, closed) if closed > at else at
    if passage.mark(at) != "," or passage.speech(at + 1) or not passage.is_word(at + 1):
        return at
    if passage.tokens[at + 1].text.isdigit():
        return _appended(passage, at + 2)
    if (passage.tokens[at + 1].capitalised and not passage.has("possessives", at + 1)) or (
        passage.has_any(_NOT_APPOSED, at + 1) and not passage.has("relatives", at + 1)
    ):
        return at
    end = at + 1
    while (
        end < len(passage.tokens) and not passage.speech(end) and (passage.is_word(end) or passage.mark(end) in "-’'/&")
    ):
        end += 1
    return end
