"""What a detector is to the front end."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from claimwire.detectors import pieces, scripts

Shares = dict[str, float]
"""Shares of the votes by language; the rest is for ``und``, or for none."""


class Detector(Struct, frozen=True):
    """``vote(piece, candidates, hint)`` gives shares of languages; ``knows()`` the languages it could tell at all.

    ``glance``, where voting may be slow: shares found fast, and whether ``vote`` would find the same.
    """

    vote: Callable[[str, frozenset[str], str | None], Shares]
    knows: Callable[[], frozenset[str]]
    glance: Callable[[str, frozenset[str], str | None], tuple[Shares, bool]] | None = None

    def judge(self, text: str, script: str, wanted: str | None) -> list[pieces.Piece]:
        """The pieces of ``text`` in ``script``, with their votes."""
        candidates, glance = scripts.candidates(script), self.glance

        def look(piece: str) -> tuple[Shares, bool]:
            return glance(piece, candidates, wanted) if glance else (self.vote(piece, candidates, wanted), True)

        return pieces.judge(text, scripts.foreign(script), lambda piece: self.vote(piece, candidates, wanted), look)
