"""What stands before a verb: somebody with an apposition, or the charge that somebody denies (German, Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.constituents import whole
from claimwire.claims.speakers.by_clause.nounphrase import phrase
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch


def apposed(s: Stretch, low: int) -> Range | None:
    """The subject whose apposition or relative clause ends before the clause at ``low``: ``[Der Chef], Max Reif, wies``."""
    if low < 2 or s.tokens[low - 1].text != ",":
        return None
    middle = s.left(low - 1)
    if not middle or s.tokens[middle - 1].text != ",":
        return None
    if phrase(s, middle, low - 1) != low - 1 and not s.has("relatives", middle):
        return None
    first = s.left(middle - 1)
    return whole(s, first, middle - 1) if s.begins(first) else None


def charged(s: Stretch, low: int, high: int) -> bool:
    """Whether charges, reports or claims stand there, which are denied and say nothing: ``[Die Vorwürfe] wies er zurück``."""
    return any(s.has("sayings", at) for at in range(low, high))
