"""What touches a claim: checks, claims at odds, caveats, hedges, who passed it on, what its figures come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimwire.models import Claim, Summary
from claimwire.render.figures import values
from claimwire.render.remarks import odds
from claimwire.render.wording import View


@dataclass(frozen=True)
class Note:
    """Something that touches a claim. ``kind`` is a phrase's key; ``said`` is ``text`` in the page's language, where translated."""

    kind: str
    text: str = ""
    said: str | None = None
    ranks: tuple[int, ...] = ()


def notes(view: View, summary: Summary, claim: Claim) -> Iterator[Note]:
    """In the order of their weight."""
    yield from (Note("check", warning) for warning in view.warnings(*claim.sentences))
    if against := odds(view.digest, claim):
        yield Note("odds", ranks=tuple(against))
    for caveat in (summary.caveats[at] for at in claim.caveats):
        yield Note("caveat", caveat.text, view.of(caveat) if view.translated else None)
    yield from _told(claim)
    if told := values(claim):
        yield Note("values", told)


def _told(claim: Claim) -> Iterator[Note]:
    if claim.hedges:
        yield Note("hedged", ", ".join(hedge.text for hedge in claim.hedges))
    if claim.relay:
        yield Note("relay", claim.relay.text)
    if claim.addressee:
        yield Note("told_to", claim.addressee.text)
