"""Numbers and dates of a claim: where they stand, and what they are."""

from __future__ import annotations

from claimwire.claims.figures.counting import numbers
from claimwire.claims.figures.dating import dates

__all__ = ["dates", "numbers"]
