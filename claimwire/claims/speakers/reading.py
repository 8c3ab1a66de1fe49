"""A text as passages, one a unit: parted into tokens once, and what is quoted marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from claimwire.claims.quotations import insertions
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
        inside = _inside(tokens, unit)
        opened = insertions.opened(tokens, inside, self.lexicon)
        return Passage(self.text, _alike(tokens, unit), opened, self.lexicon)

    def _parted(self, unit: Unit) -> list[Token]:
        if borders.serves(self.lexicon):
            return runs.tokens(self.text, unit.start, unit.end, self.lexicon)
        found = self.tokens[bisect_left(self._starts, unit.start) : bisect_left(self._starts, unit.end)]
        whole = found and found[-1].end <= unit.end and found[0].start == unit.start
        return found if whole else pieces(self.text, unit.start, unit.end, self.lexicon.piece)


def _inside(tokens: Sequence[Token], unit: Unit) -> list[bool]:
    inside = [False] * len(tokens)
    at = 0
    for quotation in unit.quotations:
        while at < len(tokens) and tokens[at].start < quotation.start:
            at += 1
        while at < len(tokens) and tokens[at].start < quotation.end:
            inside[at] = True
            at += 1
    return inside


def _alike(tokens: Sequence[Token], unit: Unit) -> list[Token]:
    """The tokens, the marks of quotations made one mark: what opens ‘so’ or 'so' is else an apostrophe."""
    if not unit.quotations:
        return list(tokens)
    starts = {quotation.start for quotation in unit.quotations}
    ends = {quotation.end for quotation in unit.quotations}
    return [
        replace(token, text='"') if (token.start in starts or token.end in ends) and not token.word else token
        for token in tokens
    ]
