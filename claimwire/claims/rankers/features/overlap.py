"""What a unit has in common with the headline and with the whole article, and what it says first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from claimwire.claims.rankers.features.columns import Columns

Terms = frozenset[str]

_SMALL = 3  # terms added to a unit's size, so that a short one with one good term is not the best


def overlap(units: Sequence[Terms], title: Terms) -> Columns:
    """Linear in the article's length: through counts of terms, never unit by unit."""
    counts = Counter(chain.from_iterable(units))
    roots = [math.sqrt(len(unit) + _SMALL) for unit in units]
    said = title & counts.keys()
    return {
        "title": [len(unit & said) / (1 + len(said)) for unit in units],
        "title for its length": [len(unit & said) / root for unit, root in zip(units, roots, strict=True)],
        "terms": [math.log1p(len(unit)) for unit in units],
        **_central(units, counts, roots),
        **_new(units, counts, roots),
    }


def _central(units: Sequence[Terms], counts: Counter[str], roots: Sequence[float]) -> Columns:
    again = {term: math.log1p(count) for term, count in counts.items() if count > 1}
    # Exact sums, because sets of words have another order in every process.
    shared = [math.fsum([again[term] for term in unit if term in again]) for unit in units]
    met = [[counts[term] for term in unit] for unit in units]
    elsewhere = [sum(each) - len(each) for each in met]
    whole = math.sqrt(sum(count**2 for count in counts.values())) or 1.0
    most = [max(each, default=1) for each in met]
    return {
        "centrality": [each / root for each, root in zip(shared, roots, strict=True)],
        "frequent terms": list(map(math.log1p, shared)),
        "centroid": [each / math.sqrt(len(unit) or 1) / whole for each, unit in zip(elsewhere, units, strict=True)],
        "links": list(map(math.log1p, elsewhere)),
        "main term": [math.log1p(count) if count > 1 else 0.0 for count in most],
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
            (sum(map(counts.__getitem__, new)) - len(new)) / root for new, root in zip(fresh, roots, strict=True)
        ],
    }
