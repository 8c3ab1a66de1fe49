"""Whether a form that may be a cue is one here: by what its clause leads to, and by what would deny it (German, Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.stretch import Range, Stretch
from claimwire.models import Stance

_TAIL = 10  # words of a clause such as ``…, said the minister on Monday``
_REACH = 60  # words between a verb and its particle
_NEAR = 6  # words in which a clause without ``that`` shows its mood


def clear(s: Stretch, cue: Range) -> bool:
    """Whether the clause leads to what is said, or follows it."""
    low, high = s.left(cue[0]), s.right(cue[1])
    if s.quoted(low) or opens(s, high):
        return True
    if low and s.has("as", low - 1) and (low == 1 or s.stops(low - 2) or s.capital(low - 1)):
        return True
    tail = low == cue[0] and low > 1 and s.tokens[low - 1].text in ",—–-"
    return tail and high - low <= _TAIL and not s.has("relatives", low)


def denies(s: Stretch, cue: Range, stance: Stance) -> bool:
    """Whether what can only be words is denied: ``заперечив звинувачення``."""
    return stance == "denies" and any(s.has("sayings", at) for at in range(cue[1], s.right(cue[1])))


def opens(s: Stretch, high: int) -> bool:
    """Whether a quotation, a colon, ``that`` or a clause in the subjunctive begins there."""
    if high >= len(s.tokens):
        return False
    if s.spoken[high] or s.tokens[high].text == ":":
        return True
    if s.tokens[high].text != ",":
        return False
    if high + 1 < len(s.tokens) and s.spoken[high + 1]:
        return True
    mood = any(s.has("subjunctives", at) for at in range(high + 2, min(high + _NEAR, len(s.tokens))))
    return s.has("complementisers", high + 1) or mood


def vetoed(s: Stretch, cue: Range, *, denied: bool = True) -> bool:
    """Whether it is denied (if that counts), lacks the particle that makes it a cue, or has the wrong object."""
    low, high = s.left(cue[0]), s.right(cue[1])
    word = s.tokens[cue[0]].lower
    if s.has("reflexive", cue[0]) and word not in s.lexicon.cues:
        return True
    if any(s.has("innocent", at) for at in range(cue[1], high)):
        return True
    at = cue[0] - 1
    while s.has("auxiliaries", at):
        at -= 1
    if s.has("infinitives", cue[0] - 1):
        return True
    if denied and (s.has("negations", at) or s.has("negations", cue[0] - 1)):
        return True
    return _lacking(s, cue, low, high)


def particle(s: Stretch, cue: Range) -> str | None:
    """The particle that parts from the verb and ends its clause: ``teilte … [mit]``; None where there is none."""
    particles = s.after("separable", cue[0])
    if not particles:
        return None
    ends = (at for at in range(cue[1], min(len(s.tokens), cue[1] + _REACH)) if s.tokens[at].lower in particles)
    closing = (at for at in ends if at + 1 >= len(s.tokens) or s.stops(at + 1) or s.has("conjunctions", at + 1))
    return next((s.tokens[at].lower for at in closing), None)


def _lacking(s: Stretch, cue: Range, low: int, high: int) -> bool:
    """Whether the verb lacks a particle without which it says nothing, and no quotation stands beside it."""
    parted = bool(s.after("separable", cue[0]))
    beside = s.quoted(low) or (high < len(s.tokens) and s.spoken[high])
    return parted and not beside and particle(s, cue) is None


def passive(s: Stretch, cue: Range) -> bool:
    """``wurde … bestätigt``."""
    if not s.lexicon.sets.get("separable"):
        return False
    low, high = s.left(cue[0]), s.right(cue[1])
    verb = s.tokens[cue[0]].lower
    participle = verb.endswith("t") or "ge" in verb[:6]
    return participle and any(s.has("passive", at) for at in range(low, high))
