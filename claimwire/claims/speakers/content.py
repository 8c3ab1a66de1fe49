"""What is said: the clause beside who says it, with both halves where the attribution stands inside."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers import limits, manner
from claimwire.claims.speakers.by_border import around, borders
from claimwire.claims.speakers.by_clause import clausal
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import QUOTES, STOPS, Passage, Range

_EDGES = frozenset(",;:-–—…،、") | frozenset("()")
_TITLE = 8  # tokens of a title in quotation marks, marks included
_LEADS = STOPS | frozenset(",;:–—-，、،")


def content(passage: Passage, cue: Cue, others: Sequence[Cue]) -> list[Range]:
    """Token ranges, in order; ``others`` are the unit's other cues, at which what this one governs may end."""
    if borders.serves(passage.lexicon):
        return around.content(passage, cue.cue, cue.speaker)
    if clausal.serves(passage) and (clauses := clausal.content(passage, cue)):
        return clauses
    first, last = cue.extent
    end = manner.end(passage, cue)
    start, stop = passage.sentence(cue.cue[0])
    if passage.speech(first - 1) or passage.speech(first - 2):
        start = passage.sentence(first - 2 if first > 1 and passage.mark(first - 1) else first - 1)[0]
    if _follows_speech(passage, first, end):
        return _halves(passage, (start, first), _resumed(passage, _next_speech(passage, end, others)))
    if _trails(passage, cue, (start, first), (end, stop)) and not _introduces(passage, cue, end):
        return _halves(passage, (start, first), _rest(passage, (end, stop)))
    return _halves(passage, (end, end), _ahead(passage, cue, (max(end, last), stop), others))


def _halves(passage: Passage, left: Range, right: Range) -> list[Range]:
    return [half for half in (_trimmed(passage, *left), _trimmed(passage, *right)) if half]


def _follows_speech(passage: Passage, first: int, end: int) -> bool:
    """``"A," [he said]``: a quotation ends here, and it is not one that has ended a sentence of its own."""
    at = first - 1 if passage.speech(first - 1) else first - 2
    if at < 0 or not passage.speech(at) or (at == first - 2 and passage.mark(first - 1) not in _EDGES):
        return False
    if _led(passage, at):
        return False
    ended = at > 0 and passage.tokens[at - 1].text in STOPS
    return not (ended and (passage.speech(end) or passage.mark(end) == ":" or passage.speech(end + 1)))


def _resumed(passage: Passage, end: int) -> Range:
    """``… [he said]. "B."``: the quotations that go on after the attribution, as far as nothing else stands between."""
    start = stop = end
    while passage.speech(stop):
        stop += 1
    return start, stop


def _led(passage: Passage, at: int) -> bool:
    """``Speaking on "This Week," [she said]``: a title in the words that lead to the sentence."""
    start = passage.sentence(at)[0]
    opened = next((place for place in range(at, start, -1) if not passage.speech(place - 1)), start)
    return opened > start and at - opened <= _TITLE and passage.has_any(("prepositions", "participles"), start)


def _next_speech(passage: Passage, end: int, others: Sequence[Cue]) -> int:
    """Where the next quotation begins, if a mark leads to it and no other attribution stands before it; else ``end``."""
    at = end
    while at < len(passage.tokens) and not passage.speech(at):
        at += 1
    between = any(end <= other.cue[0] < at and not other.mental for other in others)
    return end if between or at >= len(passage.tokens) or passage.mark(at - 1) not in _LEADS else at


def _trails(passage: Passage, cue: Cue, left: Range, right: Range) -> bool:
    """``Prices rose, [said Ana Lima]``; ``The plan, [she said], is dead``; ``prices rose [according to the bank]``."""
    if not _worded(passage, *left):
        return False
    closed = not _worded(passage, *right)
    if cue.after:
        return passage.mark(left[1] - 1) == "," or closed or cue.cue[0] > left[0] + 3
    return passage.mark(left[1] - 1) in _EDGES and (closed or passage.mark(right[0]) == ",")


def _introduces(passage: Passage, cue: Cue, end: int) -> bool:
    """``Asked about it, [she said], "A."``: a quotation that begins anew with a capital is all that is said."""
    opened = passage.mark(end) in (",", ":") and passage.speech(end + 1) and end + 2 < len(passage.tokens)
    return opened and not cue.after and passage.tokens[end + 2].capitalised


def _rest(passage: Passage, right: Range) -> Range:
    """The second half of a clause that the attribution parts; what a conjunction opens is another clause."""
    start = right[0]
    if not passage.mark(start) or passage.has("conjunctions", start + 1) or passage.has("participles", start + 1):
        return start, start
    return start, right[1]


def _ahead(passage: Passage, cue: Cue, right: Range, others: Sequence[Cue]) -> Range:
    """What follows the attribution: a quotation, or the clause to the sentence's end or to the next attribution."""
    start, stop = right
    while start < stop and passage.mark(start) in _EDGES and not passage.speech(start):
        start += 1
    if passage.speech(start):
        end = _resumed(passage, start)[1]
        whole = passage.tokens[end - 2].text in STOPS or not _worded(passage, end, stop)
        return start, end if whole else limits.limit(passage, (start, stop), cue, others)
    return start, limits.limit(passage, (start, stop), cue, others)


def _worded(passage: Passage, start: int, end: int) -> bool:
    return any(passage.is_word(at) for at in range(start, end))


def _trimmed(passage: Passage, start: int, end: int) -> Range | None:
    """Without the marks and conjunctions at its ends that belong to the sentence around it."""
    while start < end and not passage.speech(start) and not passage.is_word(start):
        start += 1
    while end > start and not passage.speech(end - 1) and _loose(passage, end - 1):
        end -= 1
    return (start, end) if start < end and _worded(passage, start, end) else None


def _loose(passage: Passage, at: int) -> bool:
    mark = passage.mark(at)
    return (bool(mark) and (mark in _EDGES or mark in STOPS or mark in QUOTES)) or passage.has("conjunctions", at)
