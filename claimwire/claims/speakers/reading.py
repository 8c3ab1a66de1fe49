"""A text as passages, one a unit: parted into tokens once, and what is quoted marked."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from msgspec import Struct

from claimwire.claims.quotations import datelines, insertions
from claimwire.claims.speakers import within
from claimwire.claims.speakers.by_border import borders
from claimwire.claims.speakers.passage import Passage
from claimwire.claims.units import Unit
from claimwire.claims.words import runs
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token, pieces


class Reading(Struct, frozen=True, dict=True):
    """A text with the words to read it by."""

    text: str
    lexicon: Lexicon

    @cached_property
    def tokens(self) -> list[Token]:
        """All words and marks of the text."""
        return pieces(self.text, 0, len(self.text), self.lexicon.piece)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def passage(self, unit: Unit) -> Passage:
        """The passage of one unit."""
        tokens = self._parted(unit)
        quoted = within.inside(tokens, unit)
        opened = insertions.opened(tokens, quoted, self.lexicon)
        return Passage(self.text, within.alike(tokens, unit), opened, self.lexicon)

    def _parted(self, unit: Unit) -> list[Token]:
        """The tokens of a unit after its dateline; all, where there is nothing else."""
        start = datelines.end(self.text, unit.start)
        start = unit.start if start >= unit.end else start
        if borders.serves(self.lexicon):
            return runs.tokens(self.text, start, unit.end, self.lexicon)
        found = self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, unit.end)]
        whole = found and found[-1].end <= unit.end and found[0].start == start
        return found if whole else pieces(self.text, start, unit.end, self.lexicon.piece)
