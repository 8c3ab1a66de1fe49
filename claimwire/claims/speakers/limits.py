"""Where what is said ends: at the next attribution, or where the outlet goes on by itself."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range

_ASIDES = frozenset(",—–")


def limit(passage: Passage, clause: Range, cue: Cue, others: Sequence[Cue]) -> int:
    """Where what is said ends: at a verb that goes on with the same subject (``… and has vowed``), or at the next attribution."""
    start, stop = clause
    for at in range(start + 2, stop - 1):
        if _resumes(passage, at) or _aside(passage, at, mental=cue.mental):
            stop = at
            break
    return _before_others(start, stop, cue, others)


def _aside(passage: Passage, at: int, *, mental: bool) -> bool:
    """Whether the outlet adds something of its own from here: ``…, even as …``; of what is only wanted, ``…, a friend of hers``."""
    if passage.mark(at) not in _ASIDES or passage.inside[at]:
        return False
    names = ("asides", "relatives", "determiners") if mental else ("asides",)
    return any(passage.has(name, at + 1) for name in names) and not passage.speech(at + 1)


def _resumes(passage: Passage, at: int) -> bool:
    joined = passage.has_any(("conjunctions", "contrasts"), at)
    return joined and passage.has("resuming", at + 1) and not passage.inside[at] and not passage.inside[at + 1]


def _before_others(start: int, stop: int, cue: Cue, others: Sequence[Cue]) -> int:
    """The beginning of the next attribution that is no part of what is said: it shares the speaker, or stands apart."""
    ends = (
        other.extent[0] if other.extent[0] > start else other.cue[0]
        for other in others
        if start < other.cue[0] < stop
        and (other.speaker == cue.speaker or other.after or other.shares or cue.mental > other.mental)
    )
    return min(ends, default=stop)
