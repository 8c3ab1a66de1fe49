"""The features of a ranker: names and columns, a value a unit."""

from __future__ import annotations

from claimwire.claims.rankers.features import days, figures, length, overlap, place, voice, wording
from claimwire.claims.rankers.features.columns import Columns, standardised
from claimwire.claims.rankers.features.terms import terms
from claimwire.claims.rankers.material import Material


def features(material: Material) -> Columns:
    """A column a feature, standardised over the article: mean 0 and deviation 1, or all 0 where the units are alike in it.

    Linear in the length of the article.
    """
    return {name: standardised(values) for name, values in raw(material).items()}


def raw(material: Material) -> Columns:
    """The columns as they are measured; none for an article without units."""
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
