"""Numbers and dates of a claim: where they stand, and what they are."""

from __future__ import annotations

from claimwire.claims.figures import counting, date_patterns, dating
from claimwire.claims.figures.counting import numbers
from claimwire.claims.figures.dating import dates
from claimwire.models import Figure, Moment

__all__ = ["dates", "numbers", "numbers_and_dates"]


def numbers_and_dates(
    text: str, start: int, end: int, language: str, published: str | None = None
) -> tuple[tuple[Figure, ...], tuple[Moment, ...]]:
    """Both for the price of one look at the dates; see ``numbers`` and ``dates``."""
    found = dating.places(text, start, end, language)
    moments = dating.moments(text, start, end, found, date_patterns.load(language), published)
    return counting.figures(text, start, end, language, found), moments
