"""Who holds a belief, a wish, a plan or a judgement: the subject of its verb, or the possessor of its noun."""

from __future__ import annotations

from claimwire.claims.speakers.by_order import phrases, verbs
from claimwire.claims.speakers.passage import Passage, Range

_SUBJECTS = ("subjects", "relatives", "finite", "denials", "people")
_OBJECTS = ("determiners", "complementisers", "possessors", "objects", "toward")
_BETWEEN = 2  # adjectives between a possessor and the noun: "his firm belief"


def holder(passage: Passage, verb: Range) -> Range | None:
    """The subject of the verb, which may be denied or in progress: ``Ana Lima does not [want]``, ``she is [planning]``."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if not _verbal(passage, verb):
        return None
    left = verbs.reach(tokens, verb[0], lexicon)
    going = lexicon.has("gerunds", tokens[verb[0]].lower)
    if going != passage.has("passive", left - 1) and not (going and passage.has("auxiliaries", left - 1)):
        return phrases.opening(tokens, left, lexicon) if going and passage.mark(left - 1) == "," else None
    while left and (passage.has("denials", left - 1) or (going and passage.has("passive", left - 1))):
        left = verbs.reach(tokens, left - 1, lexicon)
    if not left or passage.speech(left - 1) or passage.has_any(("determiners", "negations"), left - 1):
        return None
    if passage.has_any(("conjunctions", "contrasts"), left - 1):
        return phrases.opening(tokens, left - 1, lexicon)
    if passage.has("relatives", left - 1):
        left -= 2 if passage.mark(left - 2) == "," else 1
    return phrases.before(tokens, left, lexicon)


def _verbal(passage: Passage, verb: Range) -> bool:
    """Whether a form that may be a noun, such as "attacks" or "want", is a verb here, by its neighbours."""
    if verb[1] - verb[0] > 1 or passage.has_any(("gerunds", "pasts"), verb[0]):
        return True
    before, after = verb[0] - 1, verb[1]
    if passage.has_any(_SUBJECTS, before) or passage.has("possessives", before):
        return not passage.has("possessives", before)
    named = before >= 0 and (passage.tokens[before].capitalised or passage.has("plurals", before))
    opens = passage.speech(after) or passage.has_any(_OBJECTS, after)
    follows = after < len(passage.tokens) and passage.tokens[after].capitalised
    return named and (opens or follows) if passage.has("bases", verb[0]) else named or opens or follows


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
