"""Whether a word is a cue where it stands: what is beside it, before it and after it."""

from __future__ import annotations

from claimwire.claims.speakers.by_border import governed, marked
from claimwire.claims.speakers.by_border.clauses import ENDS, Clauses, Range

_DAMMA = "\u064f"
_QUESTIONS = ("?", "؟", "？")
_ASKED = 100  # tokens between a cue and the mark of its question
_ASIDE = 30  # tokens of an apposition between a speaker and what is said


def asked(clauses: Clauses, cue: Range) -> bool:
    """Whether the sentence is the article's own question: So where do they think it is now?"""
    ends = range(cue[1], min(cue[1] + _ASKED, len(clauses.tokens)))
    stop = next(
        (clauses.tokens[at].text for at in ends if clauses.tokens[at].text in ENDS and not clauses.inside[at]), ""
    )
    return stop in _QUESTIONS and not beside(clauses, cue)


def beside(clauses: Clauses, cue: Range) -> bool:
    """Whether a quotation or a colon stands beside the cue."""
    first, end = cue
    near = (at for at in (first - 2, first - 1, end, end + 1) if 0 <= at < len(clauses.tokens))
    return any(clauses.inside[at] for at in near) or (end < len(clauses.tokens) and clauses.tokens[end].text in ":：")


def clear(clauses: Clauses, cue: Range) -> bool:
    """Whether a quotation, a colon or a word such as "that" stands beside the cue."""
    end = cue[1]
    while clauses.has("light", end) or (end > cue[1] and end < len(clauses.tokens) and clauses.tokens[end].text == ","):
        end += 1
    if beside(clauses, cue) or any(clauses.has("complementisers", at) for at in (cue[0] - 1, end)):
        return True
    return marked.inverted(clauses, cue)


def leads(clauses: Clauses, end: int) -> bool:
    """Whether what is said begins at token ``end``, or behind a day or an apposition there."""
    while clauses.has("times", end):
        end += 1
    if end < len(clauses.tokens) and clauses.tokens[end].text in ",،":
        end = next((at + 1 for at in range(end + 1, min(end + _ASIDE, len(clauses.tokens))) if clauses.stops(at)), end)
    if end >= len(clauses.tokens):
        return False
    return clauses.inside[end] or clauses.tokens[end].text == ":" or clauses.has("complementisers", end)


def ended(clauses: Clauses, end: int) -> bool:
    """Where verbs stand last: whether one that ends before token ``end`` ends its clause, as a finite one does."""
    if clauses.lexicon.grammar.subject != "first" or end >= len(clauses.tokens):
        return True
    return clauses.stops(end) or any(clauses.has("finals", at) for at in (end - 1, end))


def vetoed(clauses: Clauses, cue: Range) -> bool:
    """Whether it is denied, passive, another clause's, or done to something: 宣布[了]."""
    before = cue[0] - 1
    while clauses.has("auxiliaries", before):
        before -= 1
    behind = any(clauses.has("aspects", at) for at in (cue[1], cue[1] - 1))
    if clauses.has("addressed", cue[0]) and _DAMMA in clauses.tokens[cue[0]].text[:3]:
        return True  # "اتُهم": he was accused
    if _relative(clauses, cue[0]):
        return True
    done = behind and not governed.sayings(clauses, cue)
    return done or any(clauses.has(name, before) for name in ("passive", "negations", "relatives"))


def _relative(clauses: Clauses, at: int) -> bool:
    """Whether the verb stands in a clause between commas that tells of the one before: ``Ana Lima, whom X accuses, [denied]``."""
    if not clauses.lexicon.sets.get("relative_openers"):
        return False
    start = next((place + 1 for place in range(at - 1, max(-1, at - _ASIDE), -1) if clauses.stops(place)), 0)
    closed = next((clauses.tokens[n].text for n in range(at, len(clauses.tokens)) if clauses.stops(n)), "")
    return (
        start > 1
        and clauses.tokens[start - 1].text in ",،"
        and clauses.has("relative_openers", start)
        and closed in ",،"
    )


def verbal(clauses: Clauses, cue: Range, speaker: Range | None, *, clear: bool) -> bool:
    """Whether it is a verb here: what is as often a noun has its subject right before it, or a quotation beside it."""
    noun, close = clauses.listed("nouns", cue[0]), clauses.listed("close", cue[0])
    adjacent = speaker is not None and all(clauses.has("times", at) for at in range(speaker[1], cue[0]))
    return not (noun or close) or beside(clauses, cue) or (adjacent and (clear or bool(close)))
