"""Whether a verb that may be no cue is one by what it governs: ``X rejects the [charges]``, ``X promises [to …]``."""

from __future__ import annotations

from claimwire.claims.speakers.by_border.clauses import Clauses, Range
from claimwire.models import Stance

_NEAR = 8  # tokens between a verb and its object


def said(clauses: Clauses, cue: Range, stance: Stance, speaker: Range | None) -> bool:
    """Whether the object of the cue can only be words, or is what the known subject promises or demands."""
    if speaker is None or (clauses.lexicon.sets.get("subject_marks") and not _marked(clauses, cue, speaker)):
        return False
    if stance in ("denies", "doubts") or (stance == "accuses" and not _possessed(clauses, cue, speaker)):
        return sayings(clauses, cue, speaker)
    if clauses.has("commands", cue[0]) or stance not in ("accuses", "promises", "demands"):
        return False
    return _ahead(clauses, cue[1], "infinitives") or _possessed(clauses, cue, speaker)


def sayings(clauses: Clauses, cue: Range, speaker: Range | None = None) -> bool:
    """Whether what is denied is charges, reports, claims: ``suçlamaları reddetti``, ``否认了腐败指控``."""
    start = max(cue[0] - _NEAR, speaker[1] if speaker and speaker[1] <= cue[0] else 0)
    before = any(clauses.has("sayings_first", at) for at in range(start, cue[0]))
    return before or _ahead(clauses, cue[1], "sayings")


def _possessed(clauses: Clauses, cue: Range, speaker: Range) -> bool:
    """Whether the noun in the cue has an object of its own, and a particle marks who does it: ``X ने … का [वादा किया]``."""
    return _marked(clauses, cue, speaker) and clauses.has("possessors", cue[0] - 1)


def _marked(clauses: Clauses, cue: Range, speaker: Range) -> bool:
    """Whether a particle marks the speaker."""
    return clauses.particle(speaker[1] - 1) or (speaker[1] < cue[0] and clauses.particle(speaker[1]))


def _ahead(clauses: Clauses, end: int, name: str) -> bool:
    """Whether a word of the set follows in the clause."""
    for at in range(end, min(end + _NEAR, len(clauses.tokens))):
        if clauses.stops(at):
            return False
        if clauses.has(name, at):
            return True
    return False
