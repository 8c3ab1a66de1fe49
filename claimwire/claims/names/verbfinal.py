"""Whether a verb that stands last has no subject: after a quotation, or a clause whose own subject an ending marks (Turkish)."""

from __future__ import annotations

from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage
from claimwire.claims.words.lexicon import Lexicon

_SMALL = ("contrasts", "auxiliaries", "conjunctions", "times")
_PEOPLE = ("people", "titles", "bodies", "honorifics")


def serves(lexicon: Lexicon) -> bool:
    """Whether the language's verb stands last, and an ending marks the subject of what is reported."""
    return lexicon.grammar.subject == "first" and lexicon.grammar.capitals


def alone(passage: Passage, cue: Cue) -> bool:
    """``"…" dedi``, ``[Hiçbir çalışanın] işten çıkarılmayacağını belirtti``."""
    start, verb = passage.sentence(cue.cue[0])[0], cue.cue[0]
    while verb > start and passage.has_any(_SMALL, verb - 1):
        verb -= 1
    if passage.speech(verb - 1):
        return all(passage.speech(at) or passage.has_any(_SMALL, at) for at in range(start, verb))
    return passage.has("complementisers", verb - 1) and _embedded(passage, start, verb - 1)


def _embedded(passage: Passage, start: int, end: int) -> bool:
    """Whether the first noun has the ending of an embedded clause's subject, and no comma or name stands before it."""
    at = start
    while at < end and (passage.has_any(_SMALL, at) or passage.mark(at) == ","):
        at += 1
    for place in range(at, end):
        token = passage.tokens[place]
        if passage.has("embedded", place):
            return True
        known = passage.has_any(("determiners", "quantifiers"), place) or token.text[0].isdigit()
        if not known and (place == at or token.capitalised or not token.word or passage.has_any(_PEOPLE, place)):
            return False
    return False
