"""A text cut at the borders of what stands out in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from claimwire.models import Claim, Span


@dataclass(frozen=True)
class Piece:
    """A part of a text, and the name of what it is; empty for plain text."""

    text: str
    mark: str = ""


def pieces(text: str, start: int, marks: Iterable[tuple[str, Span]]) -> list[Piece]:
    """The text, which stands at ``start`` in the article, in pieces: where two marks meet, the first one holds."""
    here = [(name, max(0, span.start - start), min(len(text), span.end - start)) for name, span in marks]
    inside = [(name, first, last) for name, first, last in here if first < last]
    cuts = sorted({0, len(text), *(at for _, *ends in inside for at in ends)})
    found: list[Piece] = []
    for first, last in pairwise(cuts):
        mark = next((name for name, begins, ends in inside if begins <= first and last <= ends), "")
        found.append(Piece(text[first:last], mark))
    return found


def of_claim(claim: Claim) -> list[Piece]:
    """A claim's words, with who says it, the word that says so, and what the article hedges with."""
    marks: list[tuple[str, Span]] = [("hedge", hedge) for hedge in claim.hedges]
    marks += [("cue", claim.cue)] if claim.cue else []
    marks += [("speaker", claim.speaker)] if claim.speaker else []
    return pieces(claim.text, claim.start, marks)
