"""One unit as it is heard: who speaks at once, what exactly is said when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from claimwire.claims.speakers import choice, cues, edges, kinds, occasions
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.governed import governed
from claimwire.claims.speakers.hedges import hedges
from claimwire.claims.speakers.passage import Passage, Range
from claimwire.claims.speakers.telling import tells
from claimwire.claims.speakers.turns import Turn, around, told
from claimwire.claims.units import Unit
from claimwire.models import Span


class Heard(Struct, frozen=True, dict=True):
    """A unit with its cues, the main one, the outlet that relays it, and the turn of a transcript that holds the unit.

    Most units become no claim, so that only ``brief`` is found for all.
    """

    passage: Passage
    unit: Unit
    cues: Sequence[Cue]
    main: Cue | None
    outlet: Range | None
    turn: Turn | None

    @cached_property
    def brief(self) -> Attribution:
        """The main attribution without what is said, to whom and through whom; it alone may be ``stated`` or without a cue."""
        if self.turn:
            return Attribution("quoted", cue=self.turn.colon, speaker=self.turn.name)
        kind, cue, span = kinds.kind(self.passage, self.unit, self.main), self.main, self.passage.span
        if cue:
            return Attribution(kind, cue.stance, span(cue.cue), edges.named(self.passage, cue))
        if kind == "stated" and self.hedges:
            return Attribution("reported", cue=self.hedges[0])
        return Attribution(kind)

    @cached_property
    def whole(self) -> Attribution:
        """The main attribution with all that is known of it."""
        found = self.brief
        if self.turn:
            found = replace(found, content=told(self.passage.text, self.unit, self.turn), source=self.turn.name)
        elif self.main:
            found = governed(self.passage, self.main, self.cues, self.own, found.kind)
        else:
            found = replace(found, content=self.own)
        return replace(found, hedges=self.hedges, relay=self.passage.span(self.outlet) if self.outlet else found.relay)

    @cached_property
    def hedges(self) -> tuple[Span, ...]:
        """Words by which the outlet steps back."""
        return hedges(self.passage)

    @cached_property
    def own(self) -> tuple[Span, ...]:
        """What no cue governs: of a quotation its words, else all."""
        tokens, text = self.passage.tokens, self.passage.text
        quoted = self.unit.quotations if kinds.kind(self.passage, self.unit, self.main) == "quoted" else ()
        places = [(quotation.start, quotation.end) for quotation in quoted] or [(tokens[0].start, tokens[-1].end)]
        return tuple(Span(start=start, end=end, text=text[start:end]) for start, end in places)


def heard(passage: Passage, unit: Unit, spoken: Sequence[Turn]) -> Heard:
    """``spoken`` are the turns of a transcript, whose names stand before all that the unit says itself."""
    found = occasions.apart(passage, cues.found(passage))
    turn = around(spoken, unit.start)
    main, outlet = (None, None) if turn else choice.main(passage, [cue for cue in found if tells(passage, cue)])
    return Heard(passage, unit, found, main, outlet, turn)
