"""What stands between a cue and what is said: who was told, when, and in what kind of text."""

from __future__ import annotations

from claimwire.claims.speakers import choice
from claimwire.claims.speakers.by_order import phrases, verbs
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range

# What a comma after a name may lead to that tells nothing of the name.
_NOT_APPOSED = (
    "prepositions",
    "times",
    "participles",
    "gerunds",
    "conjunctions",
    "contrasts",
    "asides",
    "breaks",
    "auxiliaries",
)
_APPOSITION = 24  # tokens between a name and its verb
_FURTHEST = 14  # tokens: how far a "that", a colon or a quotation may stand from its cue


def addressee(passage: Passage, cue: Cue) -> Range | None:
    """``told [reporters]``, ``said [to the committee]``: who was told, where it stands right after the cue."""
    at = cue.extent[1] if cue.speaker and cue.speaker[0] >= cue.cue[1] else cue.cue[1]
    if at >= len(passage.tokens) or passage.speech(at):
        return None
    if passage.has("toward", at):
        return phrases.after(passage.tokens, at + 1, passage.lexicon)
    if at == cue.cue[1] and passage.has("addressed", at - 1):
        return phrases.addressee(passage.tokens, at, passage.lexicon)
    return None


def relay(passage: Passage, cue: Cue, to: Range | None) -> Range | None:
    """The outlet that the speaker told: ``told [the Courier]``, ``said [in an interview with] the Courier``."""
    if to and choice.outlet(passage, to):
        return to
    stop = passage.sentence(cue.cue[0])[1]
    table = passage.lexicon.listed("relays")
    for at in range(cue.extent[1], min(stop, cue.extent[1] + _FURTHEST)):
        if passage.speech(at):
            return None
        if entry := table.at(passage.tokens, at):
            return phrases.after(passage.tokens, at + entry[0], passage.lexicon)
    return None


def source(passage: Passage, cue: Cue) -> Range:
    """The speaker with the apposition, the brackets or the relative clause beside the name."""
    start, stop = cue.speaker or cue.cue
    if stop <= cue.cue[0] and not cue.shares:
        end = verbs.reach(passage.tokens, cue.cue[0], passage.lexicon)
        closed = 0 < end - stop <= _APPOSITION and passage.mark(end - 1) in (",", ")")
        return (start, end) if closed and passage.mark(stop) in (",", "(") else (start, stop)
    return start, _appended(passage, stop)


def _appended(passage: Passage, at: int) -> int:
    """Past ``(Porto)``, ``, 43,`` and ``, the deputy mayor of Porto`` or ``, who heads the union``: to the comma or stop that ends it."""
    if passage.mark(at) == "(":
        closed = next(
            (place + 1 for place in range(at, min(at + _FURTHEST, len(passage.tokens))) if passage.mark(place) == ")"),
            at,
        )
        return _appended(passage, closed) if closed > at else at
    if passage.mark(at) != "," or passage.speech(at + 1) or not passage.is_word(at + 1):
        return at
    if passage.tokens[at + 1].text.isdigit():
        return _appended(passage, at + 2)
    if (passage.tokens[at + 1].capitalised and not passage.has("possessives", at + 1)) or (
        passage.has_any(_NOT_APPOSED, at + 1) and not passage.has("relatives", at + 1)
    ):
        return at
    end = at + 1
    while (
        end < len(passage.tokens) and not passage.speech(end) and (passage.is_word(end) or passage.mark(end) in "-’'/&")
    ):
        end += 1
    return end


def end(passage: Passage, cue: Cue) -> int:
    """The first token after the attribution: past who was told, the day, ``in a statement``."""
    to = addressee(passage, cue)
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
