"""Verbs whose object follows at once where a subject might (Arabic): told apart by the verb's sex alone."""

from __future__ import annotations

from claimwire.claims.names.agreement import form
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage

_PEOPLE = ("people", "titles")
_WOMEN = ("feminine", "feminine_nouns")


def alone(passage: Passage, cue: Cue) -> bool:
    """``واتهمت [الوزير] بتضليل``: the one word for a man before what she accuses him of is no subject of hers."""
    at = cue.cue[1]
    man = passage.has_any(_PEOPLE, at) and not passage.has_any(_WOMEN, at)
    return man and passage.has("governed", at + 1) and form(passage, cue).sex == "she"
