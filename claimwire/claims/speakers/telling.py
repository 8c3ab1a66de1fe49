"""Which cues may tell who says what a unit says."""

from __future__ import annotations

from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage


def tells(passage: Passage, cue: Cue) -> bool:
    """Whether the cue may be a unit's main one: no belief or plan, no refusal to comment (``[lehnte] eine Stellungnahme ab``)."""
    start = passage.tokens[cue.cue[0]].start
    end = passage.tokens[cue.cue[1] - 1].end
    return not cue.mental and not any(first < end and start < last for first, last in passage.refusals)
