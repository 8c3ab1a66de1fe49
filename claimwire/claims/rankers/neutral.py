"""Our own ranker: a weighted sum of features that need no language, learned on graded articles (docs/claims-ranking.md).

``neutral.json`` holds the weights: for each reason that a reader is shown, the features that it sums up.
``python -m bench.learn_keyclaims`` makes it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from claimwire.claims.rankers.features import raw
from claimwire.claims.rankers.features.columns import standardised
from claimwire.claims.rankers.material import Material

Weights = dict[str, dict[str, float]]


def rank(material: Material) -> list[dict[str, float]]:
    """Contributions by reason, to four places; their sum is the score."""
    columns = raw(material)
    rows: list[dict[str, float]] = [{} for _ in material.candidates]
    for reason, parts in weights().items() if columns else ():
        totals = [0.0] * len(rows)
        for name, weight in parts.items():
            totals = [total + weight * value for total, value in zip(totals, standardised(columns[name]), strict=True)]
        for row, total in zip(rows, totals, strict=True):
            if share := round(total, 4):
                row[reason] = share
    return rows


@cache
def weights() -> Weights:
    """The shipped weights: reason -> feature -> weight; clear with ``weights.cache_clear()``."""
    file = resources.files(__package__) / "neutral.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights)
