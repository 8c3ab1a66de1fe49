"""A claim as a page shows it: who, how sure, the words, and what touches it."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.models import Claim, Summary
from claimwire.render import remarks
from claimwire.render.basis import basis
from claimwire.render.marking import Piece, of_claim
from claimwire.render.notes import Note, notes
from claimwire.render.voices import Voice, full
from claimwire.render.wording import View


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
    why: list[tuple[str, str]]


def shown(view: View, summary: Summary, voices: list[Voice]) -> list[Shown]:
    """The claims by rank."""
    text = view.digest.article.text if view.digest.article else ""
    language = view.digest.language.code if view.digest.language else ""
    tints = {rank: voice.tint for voice in voices for rank in voice.ranks}
    return [
        Shown(
            rank=rank,
            claim=claim,
            tint=tints[rank],
            name=full(claim.speaker) if claim.speaker else None,
            basis=basis(summary, claim, text, language),
            said=view.of(claim) if view.translated else None,
            was=of_claim(claim),
            notes=[*notes(view, summary, claim)],
            why=remarks.why(claim),
        )
        for rank, claim in enumerate(summary.claims, 1)
    ]
