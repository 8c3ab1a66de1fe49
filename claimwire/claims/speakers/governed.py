"""What one cue governs: what is said, by whom, to whom, through whom."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers import edges, sources, told
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.content import content
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.kinds import mostly_quoted
from claimwire.claims.speakers.passage import Passage
from claimwire.models import Kind, Span


def governed(
    passage: Passage, cue: Cue, cues: Sequence[Cue], own: tuple[Span, ...], kind: Kind | None = None
) -> Attribution:
    """The attribution of ``cue``, one of the unit's ``cues``; without ``kind``, it is a quotation if most of it is.

    ``own``: what the unit says by itself, where nothing beside the cue can be what is said.
    """
    parts = content(passage, cue, [other for other in cues if other is not cue])
    to = told.addressee(passage, cue)
    relay = told.relay(passage, cue, to)
    return Attribution(
        kind=kind or ("quoted" if mostly_quoted(passage, parts) else "reported"),
        stance=cue.stance,
        cue=passage.span(cue.cue),
        speaker=edges.named(passage, cue),
        content=tuple(map(passage.span, parts)) or own,
        addressee=passage.span(to) if to else None,
        relay=passage.span(relay) if relay else None,
        source=passage.span(sources.source(passage, cue)) if cue.speaker else None,
        mental=cue.mental,
    )
