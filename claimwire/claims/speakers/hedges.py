"""Hedges: ``reportedly``, ``allegedly``."""

from __future__ import annotations

from claimwire.claims.speakers.passage import Passage
from claimwire.models import Span


def hedges(passage: Passage) -> tuple[Span, ...]:
    """Words by which the outlet itself steps back: not what a speaker says inside quotation marks."""
    table, begins = passage.lexicon.listed("hedges"), passage.lexicon.hedging
    places = (
        (at, entry[0])
        for at, token in enumerate(passage.tokens)
        if token.lower in begins and not passage.inside[at] and (entry := table.at(passage.tokens, at))
    )
    return tuple(passage.span((at, at + length)) for at, length in places)
