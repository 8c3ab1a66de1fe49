"""Who holds a belief, a wish, a plan or a judgement: the subject of its verb, or the possessor of its noun."""

from __future__ import annotations

from claimwire.claims import order, phrases
from claimwire.claims.passage import Passage, Range

_BETWEEN = 2  # adjectives between a possessor and the noun: "his firm belief"


def holder(passage: Passage, verb: Range) -> Range | None:
    """The subject of the verb, which may be denied or in progress: ``Ana Lima does not [want]``, ``she is [planning]``."""
    tokens, lexicon = passage.tokens, passage.lexicon
    left = order.reach(tokens, verb[0], lexicon)
    going = lexicon.has("gerunds", tokens[verb[0]].lower)
    if going != passage.has("passive", left - 1) and not (going and passage.has("auxiliaries", left - 1)):
        return phrases.opening(tokens, left, lexicon) if going and passage.mark(left - 1) == "," else None
    while left and (passage.has("denials", left - 1) or (going and passage.has("passive", left - 1))):
        left = order.reach(tokens, left - 1, lexicon)
    if (
        not left
        or passage.speech(left - 1)
        or any(passage.has(name, left - 1) for name in ("determiners", "negations"))
    ):
        return None
    if any(passage.has(name, left - 1) for name in ("conjunctions", "contrasts")):
        return phrases.opening(tokens, left - 1, lexicon)
    if passage.has("relatives", left - 1):
        left -= 2 if passage.mark(left - 2) == "," else 1
    return phrases.before(tokens, left, lexicon)


def held(passage: Passage, at: int) -> tuple[Range | None] | None:
    """The possessor of the noun, if what is held follows it: ``Ana Lima's [claim] that``; of a bare noun before "that", nobody."""
    that = passage.has("complementisers", at + 1)
    if not that and not passage.has("openings", at + 1):
        return None
    for owner in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
        if passage.mark(owner) or passage.speech(owner):
            break
        if passage.has("possessors", owner):
            return ((owner, owner + 1),)
        if passage.has("possessives", owner):
            return (phrases.before(passage.tokens, owner + 1, passage.lexicon) or (owner, owner + 1),)
    return (None,) if that and passage.has("determiners", at - 1) else None
