"""A claim as a page shows it: who, how sure, the words, and what touches it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimwire.models import Claim, Digest, Summary
from claimwire.render import remarks
from claimwire.render.marking import Piece, of_claim
from claimwire.render.voices import Voice, basis, full
from claimwire.render.wording import View


@dataclass(frozen=True)
class Note:
    """Something that touches a claim. ``kind`` is a phrase's key; ``said`` is ``text`` in the page's language, where translated."""

    kind: str
    text: str = ""
    said: str | None = None
    ranks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shown:
    """One claim; ``said`` is None where the page shows the original alone."""

    rank: int
    claim: Claim
    tint: int
    name: str | None
    basis: str
    said: str | None
    was: list[Piece]
    notes: list[Note]
    why: str


def shown(view: View, summary: Summary, voices: list[Voice]) -> list[Shown]:
    """The claims by rank."""
    text = view.digest.article.text if view.digest.article else ""
    tints = {rank: voice.tint for voice in voices for rank in voice.ranks}
    return [
        Shown(
            rank=rank,
            claim=claim,
            tint=tints[rank],
            name=full(claim.speaker) if claim.speaker else None,
            basis=basis(summary, claim, text),
            said=view.of(claim) if view.translated else None,
            was=of_claim(claim),
            notes=[*_notes(view, summary, claim)],
            why=remarks.why(claim),
        )
        for rank, claim in enumerate(summary.claims, 1)
    ]


def _notes(view: View, summary: Summary, claim: Claim) -> Iterator[Note]:
    yield from (Note("check", warning) for warning in view.warnings(*claim.sentences))
    if odds := remarks.odds(view.digest, claim):
        yield Note("odds", ranks=tuple(odds))
    for caveat in (summary.caveats[at] for at in claim.caveats):
        yield Note("caveat", caveat.text, view.of(caveat) if view.translated else None)
    yield from _told(claim)
    if values := remarks.values(claim):
        yield Note("values", values)


def _told(claim: Claim) -> Iterator[Note]:
    if claim.hedges:
        yield Note("hedged", ", ".join(hedge.text for hedge in claim.hedges))
    if claim.relay:
        yield Note("relay", claim.relay.text)
    if claim.addressee:
        yield Note("told_to", claim.addressee.text)


def bases(digest: Digest) -> list[tuple[str, int]]:
    """How many claims have a speaker of each sureness, the surest first."""
    summary = digest.summary
    if summary is None or not summary.claims:
        return []
    text = digest.article.text if digest.article else ""
    kinds = [basis(summary, claim, text) for claim in summary.claims]
    found = ["open" if kind == "bare" else kind for kind in kinds]
    return [(kind, found.count(kind)) for kind in ("named", "resolved", "open", "article", "unsought") if kind in found]
