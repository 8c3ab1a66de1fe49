"""What a unit has in common with the headline, the first units, its neighbours and the whole article."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claimwire.claims.rankers.features.columns import Columns

Terms = frozenset[str]

_ALONE = 0.3  # what the first unit has in common with itself says nothing: about the mean of the others
_SMALL = 3  # terms added to a unit's size, so that a short one with one good term is not the best


def overlap(units: Sequence[Terms], title: Terms) -> Columns:
    """Linear in the article's length: through counts of terms, never unit by unit."""
    counts = Counter(term for unit in units for term in unit)
    roots = [math.sqrt(len(unit) + _SMALL) for unit in units]
    said = title & counts.keys()
    return {
        "title": [len(unit & said) / (1 + len(said)) for unit in units],
        "title for its length": [len(unit & said) / root for unit, root in zip(units, roots, strict=True)],
        "terms": [math.log1p(len(unit)) for unit in units],
        **_central(units, counts, roots),
        **_new(units, counts, roots),
        **_lead(units),
        **_neighbours(units),
    }


def _central(units: Sequence[Terms], counts: Counter[str], roots: Sequence[float]) -> Columns:
    again = {term: math.log1p(count) for term, count in counts.items() if count > 1}
    # Exact sums, because sets of words have another order in every process.
    shared = [math.fsum(again.get(term, 0.0) for term in unit) for unit in units]
    elsewhere = [sum(counts[term] for term in unit) - len(unit) for unit in units]
    whole = math.sqrt(sum(count**2 for count in counts.values())) or 1.0
    return {
        "centrality": [each / root for each, root in zip(shared, roots, strict=True)],
        "frequent terms": [math.log1p(each) for each in shared],
        "centroid": [each / math.sqrt(len(unit) or 1) / whole for each, unit in zip(elsewhere, units, strict=True)],
        "links": [math.log1p(each) for each in elsewhere],
        "main term": [max((again.get(term, 0.0) for term in unit), default=0.0) for unit in units],
    }


def _new(units: Sequence[Terms], counts: Counter[str], roots: Sequence[float]) -> Columns:
    seen: set[str] = set()
    fresh = []
    for unit in units:
        fresh.append(unit - seen)
        seen |= unit
    return {
        "new terms for its length": [len(new) / root for new, root in zip(fresh, roots, strict=True)],
        "new terms": [math.log1p(len(new)) for new in fresh],
        "new terms that return": [
            sum(counts[term] - 1 for term in new) / root for new, root in zip(fresh, roots, strict=True)
        ],
    }


def _lead(units: Sequence[Terms]) -> Columns:
    head = units[0]
    three = Counter(term for unit in units[:3] for term in unit)
    return {
        "like the first": [_ALONE, *(len(unit & head) / (len(head) or 1) for unit in units[1:])],
        "like the first three": [
            _cosine(unit, three - Counter(unit) if number < 3 else three) for number, unit in enumerate(units)
        ],
    }


def _cosine(unit: Terms, counts: Counter[str]) -> float:
    size = len(unit) * sum(count**2 for count in counts.values())
    return sum(counts[term] for term in unit if term in counts) / math.sqrt(size or 1)


def _neighbours(units: Sequence[Terms]) -> Columns:
    pairs = [len(one & other) / math.sqrt(len(one) * len(other) or 1) for one, other in pairwise(units)]
    return {"like the one before": [0.0, *pairs], "like the one after": [*pairs, 0.0]}
