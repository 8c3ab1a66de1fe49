"""Texts and occasions in which things are said, which say nothing themselves: ``In [una nota] ha precisato``, ``وأوضحت في [بيان]``."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range

_SMALL = ("occasions", "determiners", "linkers", "prepositions")


def apart(passage: Passage, cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues, without a subject where it would be such an occasion, led in by a preposition."""
    if not passage.lexicon.sets.get("occasions"):
        return cues
    return [replace(cue, speaker=None) if cue.speaker and _within(passage, cue.speaker, cue) else cue for cue in cues]


def _within(passage: Passage, speaker: Range, cue: Cue) -> bool:
    start, end = speaker
    led = passage.has("prepositions", start - 1) or passage.has("prepositions", start)
    return led and not cue.after and all(passage.has_any(_SMALL, at) for at in range(start, end))
