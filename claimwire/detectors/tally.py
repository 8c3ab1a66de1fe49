"""The votes of the pieces, counted: one language, how sure that is, and which others are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from claimwire.codes import UNDETERMINED
from claimwire.detectors import hints
from claimwire.detectors.pieces import Piece


class Tally(Struct, frozen=True):
    """``shares`` of the votes in the pieces of the main language, their ``text``, and the other languages by their part of the letters."""

    shares: dict[str, float]
    text: str
    others: dict[str, float]


def count(pieces: Sequence[Piece], sure: float) -> Tally:
    """The main language has most of the letters. Pieces in its near relatives, or in none, count as doubts about it.

    Pieces that are surely (from a share of ``sure``) in another language are that language's, and no doubt about this one.
    """
    if len(pieces) == 1:
        return Tally(hints.pooled(pieces[0].shares), pieces[0].text, {})
    sizes: Counter[str] = Counter()
    for piece in pieces:
        sizes[_firm(piece, sure)] += piece.size
    whole = sizes.total() or 1
    main = max(sorted(sizes), key=lambda code: sizes[code], default=UNDETERMINED)
    camp = [piece for piece in pieces if not _apart(_firm(piece, sure), main)]
    others = {code: size / whole for code, size in sizes.items() if _apart(code, main)}
    return Tally(hints.pooled(_mean(camp)), " ".join(piece.text for piece in camp), others)


def _firm(piece: Piece, sure: float) -> str:
    return piece.best if piece.shares.get(piece.best, 0.0) >= sure else UNDETERMINED


def _apart(code: str, main: str) -> bool:
    return UNDETERMINED not in {code, main} and code != main and not hints.close(code, main)


def _mean(pieces: Sequence[Piece]) -> dict[str, float]:
    """Shares of the votes, each piece's weight being its size."""
    total: dict[str, float] = {}
    whole = sum(piece.size for piece in pieces) or 1
    for piece in pieces:
        for code, share in piece.shares.items():
            total[code] = total.get(code, 0.0) + share * piece.size / whole
    return total
