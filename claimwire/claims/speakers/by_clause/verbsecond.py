"""The subject of a clause whose verb stands second or last, in a language that writes its nouns with capitals (German)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.appositions import apposed, charged
from claimwire.claims.speakers.by_clause.constituents import ADVERBIAL, nominative, prefield
from claimwire.claims.speakers.by_clause.nounforms import ending
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_CLAUSES = 3  # clauses between a participle and its auxiliary
_SHORT = 3  # words


def subject(s: Stretch, cue: Range) -> Range | None:
    """The subject of the cue's clause, which a conjunction, ``dass`` or a relative pronoun may open."""
    low, high = s.left(cue[0]), s.right(cue[1])
    relative = s.has("relatives", low) and low < cue[0] and low > 0 and s.tokens[low - 1].text == ","
    low += s.has("focus", low) and s.has("breaks", low + 1)
    bound = (
        relative
        or (low > 0 and s.has("complementisers", low - 1))
        or (low < cue[0] and s.has("breaks", low) and _final(s, cue, high))
    )
    if bound:
        start = low + (relative or s.has("breaks", low))
        found = nominative(s, start, cue[0])
        return found or (ending(s, s.left(low - 1), low - 1) if relative else None)
    verb = next((at for at in range(low, cue[0]) if s.has("auxiliaries", at) and not s.has("determiners", at)), cue[0])
    if verb == cue[0] and participle(s, cue[0]):
        return _with_auxiliary(s, low)
    if verb == low and (own := apposed(s, low)):
        return own
    front = None if charged(s, low, verb) else prefield(s, low, verb)
    found = front or nominative(s, verb + 1, cue[0] if verb < cue[0] else high)
    return found or (_after_speech(s, cue[1], high) if low == cue[0] and s.quoted(low) else None)


def _with_auxiliary(s: Stretch, low: int) -> Range | None:
    """The subject of a participle whose auxiliary stands before a clause between or an ``and``."""
    for _ in range(_CLAUSES):
        if s.begins(low):
            return None
        border, low = low - 1, s.left(low - 1)
        verb = next((at for at in range(low, border) if s.has("auxiliaries", at)), None)
        if verb is not None:
            return prefield(s, low, verb) or nominative(s, verb + 1, border)
    return None


def participle(s: Stretch, at: int) -> bool:
    """Whether it has the shape of a past participle, which is no finite verb: ``gesagt``, ``angekündigt``."""
    word = s.tokens[at].lower
    return word.endswith(("t", "en")) and "ge" in word[:5] and not s.any(("bare_ge",), at)


def _after_speech(s: Stretch, low: int, high: int) -> Range | None:
    """What stands alone after the verb that follows a quotation: ``„…“, meldete weather.com``."""
    end = min(high, next((at for at in range(low, high) if s.any(ADVERBIAL, at)), high))
    return (low, end) if 0 < end - low <= _SHORT else None


def _final(s: Stretch, cue: Range, high: int) -> bool:
    """Whether the verb ends its clause, as it does after a subordinating word."""
    return all(s.has("auxiliaries", at) for at in range(cue[1], high))


def asking(s: Stretch, at: int) -> Range | None:
    """``wer [das glaubt]``."""
    low = s.left(at)
    return (low - 1, low) if low and s.has("asking", low - 1) else None
