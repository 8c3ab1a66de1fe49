"""Rankers: one callable each. To add one: a file here, a line in the table."""

from __future__ import annotations

from claimwire.claims.rankers import lexrank, neutral
from claimwire.claims.rankers.material import Material, Ranker

RANKERS: dict[str, Ranker] = {
    "neutral": neutral.rank,
    "lexrank": lexrank.rank,
}

__all__ = ["RANKERS", "Material", "Ranker"]
