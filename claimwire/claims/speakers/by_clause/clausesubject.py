"""The subject of a cue's clause, whichever side of the verb it stands on (German, Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause import constituents, nominals, verbsecond
from claimwire.claims.speakers.by_clause.addressed import governs
from claimwire.claims.speakers.by_clause.appositions import charged
from claimwire.claims.speakers.by_clause.clarity import opens
from claimwire.claims.speakers.by_clause.endings import office
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_LED = 4  # words such as "On Monday" or "Of this" before a verb whose subject follows
_BETWEEN = (
    "auxiliaries",
    "datives",
    "times",
    "prepositions",
    "sayings",
)  # may stand between an apposition and the verb
_APPOSITIONS = 4  # clauses between a name and its verb


def subject(s: Stretch, cue: Range) -> Range | None:
    """The subject of the cue's clause; ahead of it, where the clause opens with the cue and leads to what is said."""
    if opens(s, s.right(cue[1])) and (ahead := _ahead(s, cue)):
        return ahead
    found = verbsecond.subject(s, cue) if _second(s) else _free(s, cue)
    return found if found and not charged(s, *found) else _ahead(s, cue)


def _free(s: Stretch, cue: Range) -> Range | None:
    """The subject before or after a verb whose clause has no order."""
    low, high = s.left(cue[0]), s.right(cue[1])
    if not all(s.has("auxiliaries", at) for at in range(low, cue[0])):
        found = nominals.before(s, low, cue[0])
        behind = None if found else nominals.after(s, cue[1], high)
        led = cue[0] - low <= _LED or (behind is not None and office(s, behind[0]))
        return found or (behind if led else None)
    if s.has("addressed", cue[0]) and not s.quoted(low) and not s.has("as", low - 1) and governs(s, cue[1]):
        return None  # "…, призвал США сделать": what follows is who is called upon
    return nominals.after(s, cue[1], high, surely=s.quoted(low))


def _ahead(s: Stretch, cue: Range) -> Range | None:
    """The subject in a clause before: ahead of appositions or of ``and``, where the cue opens its own clause."""
    low = s.left(cue[0])
    if not low or s.quoted(low) or not all(s.any(_BETWEEN, at) for at in range(low, cue[0])):
        return None
    border = low - 1
    if s.any(("conjunctions", "contrasts"), border):
        return nominals.opening(s, s.left(border), border)
    starts = [low]
    while len(starts) <= _APPOSITIONS and starts[-1] and s.tokens[starts[-1] - 1].text == ",":
        starts.append(s.left(starts[-1] - 1))
    if len(starts) < 3:
        return None
    return _named(s, starts[-1], starts[-2] - 1)


def _named(s: Stretch, low: int, high: int) -> Range | None:
    """The clause before the first comma, if it is a name and nothing else."""
    return constituents.whole(s, low, high) if _second(s) else nominals.before(s, low, high)


def _second(s: Stretch) -> bool:
    return s.lexicon.grammar.subject == "second"
