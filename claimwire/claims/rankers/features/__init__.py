"""The features of a ranker: names and columns, a value a unit."""

from __future__ import annotations

from claimwire.claims.rankers.features import days, figures, length, overlap, place, voice, wording
from claimwire.claims.rankers.features.columns import Columns
from claimwire.claims.rankers.features.terms import terms
from claimwire.claims.rankers.material import Material


def raw(material: Material) -> Columns:
    """A column a feature, as it is measured; none for an article without units. Linear in the length of the article."""
    units = material.candidates
    if not units:
        return {}
    return {
        **place.place(units),
        **length.length(units),
        **figures.figures(units),
        **days.days(units, material.language),
        **voice.voice(units),
        **voice.marks(units),
        **wording.punctuation(units),
        **wording.names(units),
        **wording.words(units),
        **overlap.overlap([terms(unit.words) for unit in units], terms(material.title)),
    }
