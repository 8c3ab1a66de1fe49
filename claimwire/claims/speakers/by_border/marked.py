"""Subjects that a particle marks: Japanese は and が, Korean 은/는 and 이/가, Hindi ने."""

from __future__ import annotations

from claimwire.claims.speakers.by_border.clauses import Clauses, Range
from claimwire.claims.speakers.by_border.nounphrases import tail


def subject(clauses: Clauses, cue: Range) -> Range | None:
    """The phrase with the mark: between the reported clause and the cue (…と首相は述べた), else the sentence's first."""
    floor = clauses.opening(cue[0])
    marks = [at for at in range(floor, cue[0]) if marks_subject(clauses, at)]
    border = reported_end(clauses, floor, cue[0])
    near = [at for at in marks if at > border]
    near = [at for at in near if clauses.has("inner_marks", near[0]) and not clauses.has("inner_marks", at)][
        -1:
    ] or near
    for at in near[:1] or [at for at in marks[:1] if len(marks) > 1 or not _inner(clauses, cue, at)]:
        return (at, at + 1) if clauses.tokens[at].lower in clauses.lexicon.pronouns else tail(clauses, floor, at)
    return None


def _inner(clauses: Clauses, cue: Range, at: int) -> bool:
    """Whether the only subject of an accusation is rather the one accused: ``大臣[が]国会を欺いたと非難した``."""
    entry = clauses.lexicon.cue.at(clauses.tokens, cue[0])
    accuses = entry is not None and entry[1] == "accuses"
    return accuses and clauses.has("inner_marks", at) and clauses.tokens[at + 1].text not in ",、，"


def inverted(clauses: Clauses, cue: Range) -> bool:
    """Whether what is reported ends right before the subject: …と、首相は述べた."""
    if not clauses.lexicon.sets.get("subject_marks"):
        return False
    floor = clauses.opening(cue[0])
    border = reported_end(clauses, floor, cue[0])
    mark = next((at for at in range(border + 1, cue[0]) if marks_subject(clauses, at)), None)
    phrase = tail(clauses, floor, mark) if mark is not None else None
    before = phrase[0] - 1 if phrase else -1
    if before > 0 and clauses.tokens[before].text in ",、，":
        before -= 1
    return before >= floor and (clauses.inside[before] or clauses.has("complementisers", before))


def marks_subject(clauses: Clauses, at: int) -> bool:
    """Whether the token is a particle after a noun."""
    if clauses.inside[at] or not clauses.particle(at):
        return False
    if clauses.tokens[at].lower in clauses.lexicon.pronouns:
        return True
    return at > 0 and not clauses.bars(at - 1) and not (clauses.has("titles", at + 1) and clauses.has("topics", at + 2))


def reported_end(clauses: Clauses, floor: int, cue: int) -> int:
    """The last token before the cue's own words that closes what is reported: a quotation's end, or と, 고, कि."""
    closing = (at for at in range(cue - 1, floor - 1, -1) if clauses.inside[at] or clauses.has("complementisers", at))
    return next(closing, -1)
