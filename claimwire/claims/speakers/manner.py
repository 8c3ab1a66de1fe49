"""What stands between a cue and what is said: who was told, when, and in what kind of text."""

from __future__ import annotations

from claimwire.claims.speakers import told
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage

_FURTHEST = 14  # tokens: how far a "that", a colon or a quotation may stand from its cue


def end(passage: Passage, cue: Cue) -> int:
    """The first token after the attribution: past who was told, the day, ``in a statement``."""
    to = told.addressee(passage, cue)
    at = max(to[1] if to else 0, cue.extent[1])
    stop = passage.sentence(cue.cue[0])[1]
    if at >= stop or passage.speech(at):
        return at
    return _complement(passage, at, stop) or _over_times(passage, at, stop)


def _complement(passage: Passage, at: int, stop: int) -> int | None:
    """Where ``that``, a colon or a quotation opens what is said, if only the how and when stand before it."""
    if not passage.has_any(("prepositions", "times", "loose"), at):
        return None
    for place in range(at + 1, min(stop, at + _FURTHEST)):
        if passage.has("complementisers", place) or passage.speech(place) or passage.mark(place) == ":":
            return place
        if passage.mark(place) not in ("", ",", "-"):
            return None
        if passage.mark(place) == "," and not passage.speech(place + 1):
            return place if _over_times(passage, at, stop) >= place else None
    return None


def _over_times(passage: Passage, at: int, stop: int) -> int:
    """Past the days, hours and media that follow one another: ``on Monday in an interview``."""
    while at < stop:
        step = _time(passage, at, stop) or _medium(passage, at, stop)
        if not step:
            return at
        at = step
    return at


def _time(passage: Passage, at: int, stop: int) -> int | None:
    start = at + 1 if passage.has("prepositions", at) else at
    end = start
    while end < stop and (passage.has("times", end) or (end > start and passage.tokens[end].text.isdigit())):
        end += 1
    return end if end > start else None


def _medium(passage: Passage, at: int, stop: int) -> int | None:
    """``in a written statement``: up to the word for a kind of text."""
    if not passage.has("prepositions", at):
        return None
    for place in range(at + 1, min(stop, at + 6)):
        if passage.has("media", place):
            return place + 1
        if passage.mark(place):
            return None
    return None
