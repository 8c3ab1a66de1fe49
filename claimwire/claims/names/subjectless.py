"""Whether no word beside a verb may be its subject: ``Añadió que …``, ``«…», dijo en Lugo``, ``وأضاف أن …``."""

from __future__ import annotations

from claimwire.claims.names import objects, verbfinal
from claimwire.claims.speakers import told
from claimwire.claims.speakers.by_order import verbs
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import STOPS, Passage, Range

_PEOPLE = ("people", "titles", "bodies", "honorifics", "outlets")
_SAID_IN = ("occasions", "listeners")
_SMALL = ("auxiliaries", "contrasts", "conjunctions", "times", "openings", "reflexives")
_ADVERBIAL = ("prepositions", "times", "leads", "toward", "contrasts", "auxiliaries")
_BORDERS = STOPS | frozenset(",:،–—-")
_NAME = 7  # tokens of a name in quotation marks, marks included
_NAMES = 3  # words that may be whom it was said to and somebody else
_FURTHEST = 10  # words between a verb and what is said, or the end


def alone(passage: Passage, cue: Cue) -> bool:
    """Whether the verb stands where a subject is left out, and nothing in its clause may be one."""
    if verbfinal.serves(passage.lexicon):
        return verbfinal.alone(passage, cue)
    start, stop = passage.sentence(cue.cue[0])
    first = verbs.begins(passage.tokens, cue.cue[0], passage.lexicon)
    if any(passage.has_any(("reflexives", "passive"), at) for at in range(max(start, first - 1), cue.cue[1])):
        return False
    return (_followed(passage, cue, stop) or objects.alone(passage, cue)) and _led(passage, (start, first))


def somebody(passage: Passage, at: int) -> bool:
    """Whether the word may be who acts: a name, a pronoun, a word for people, offices and bodies."""
    token = passage.tokens[at]
    capital = token.capitalised and not passage.has("times", at) and at not in passage.heads
    if passage.has_any(_SAID_IN, at):
        return False
    return capital or token.lower in passage.lexicon.pronouns or passage.has_any(_PEOPLE, at)


def _led(passage: Passage, before: Range) -> bool:
    """Whether what stands before the verb is a quotation, small words, or says when and where; a clause with nobody in it too."""
    places = [at for at in range(*before) if passage.is_word(at) and not passage.speech(at)]
    aside = passage.mark(before[1] - 1) == "," and passage.has_any(("determiners", *_ADVERBIAL), before[0])
    if aside:  # "El presupuesto crecerá, [añadió]", "En Lugo, [añadió]"
        return not any(somebody(passage, at) for at in places)
    return all(passage.has_any((*_SMALL, *_SAID_IN, "determiners", "prepositions"), at) for at in places)


def _followed(passage: Passage, cue: Cue, stop: int) -> bool:
    """Whether what is said, or the end, follows with no more between than when, where and to whom."""
    at = _past_addressee(passage, cue)
    for place in range(at, min(stop, at + _FURTHEST)):
        if _border(passage, place):
            return not _quoted_name(passage, place, stop)
        known = passage.has_any((*_ADVERBIAL, "linkers"), place - 1)  # "en Madrid", "en rueda de prensa"
        if passage.is_word(place) and somebody(passage, place) and not known:
            return False
        if place == at and not passage.has_any((*_ADVERBIAL, *_SAID_IN, "determiners"), place):
            return False
    return at >= stop


def _border(passage: Passage, at: int) -> bool:
    return passage.speech(at) or passage.mark(at) in _BORDERS or passage.has("complementisers", at)


def _quoted_name(passage: Passage, at: int, stop: int) -> bool:
    """Whether a few words in quotation marks go on in the sentence, as a name does: ``صدّقت "نقابة العمال" على …``."""
    end = next((place for place in range(at, stop) if not passage.speech(place)), stop)
    return 0 < end - at <= _NAME and passage.is_word(end)


def _past_addressee(passage: Passage, cue: Cue) -> int:
    """Past ``a los periodistas``; in a longer phrase the subject may stand too: ``пред Post [съпругът Джоел Пласко]``."""
    found = told.addressee(passage, cue) if passage.has("toward", cue.cue[1]) else None
    return found[1] if found and found[1] - found[0] < _NAMES else cue.cue[1]
