"""One date as its pattern found it, with what its reader needs to know beside it."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from claimwire.claims.figures.date_patterns import Patterns

_LONGEST = 20  # characters of "last year" in any language


class Case(Struct, frozen=True):
    """One match, the day of publication where known, and whether the text speaks of what is to come."""

    match: re.Match[str]
    known: Patterns
    seen: date | None
    ahead: bool

    def whole(self, name: str) -> int | None:
        """A part of the match as a number; None where the pattern has no such part, or the text has not."""
        found = self.match[name] if name in self.match.re.groupindex else None
        return int(found) if found else None

    def year_beside(self) -> int | None:
        """The year that ``last year`` and the like tell, before the match or after it."""
        text, start = self.match.string, self.match.start()
        after = self.known.year.match(text, self.match.end())
        found = after or self.known.year_first.search(text[max(0, start - _LONGEST) : start])
        turn = self.known.years.get(found["year"]) if found else None
        return self.seen.year + int(turn) if self.seen and turn is not None else None
