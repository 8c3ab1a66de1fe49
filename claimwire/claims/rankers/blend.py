"""Several rankers as one: the mean of their z-scores."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimwire.claims.rankers.material import Material, Ranker

_SAME = 1e-9  # deviations below it are rounding: a ranker that finds all alike has no say


def blend(parts: Sequence[Ranker], material: Material) -> list[dict[str, float]]:
    """Each ranker's scores, standardised over the article and averaged; its reasons stay apart and still sum to the score.

    A reason is given as its distance from its own mean, divided by the deviation of its ranker's scores and the number of rankers.
    """
    blended: list[dict[str, float]] = [{} for _ in material.candidates]
    for part in parts:
        for row, shares in zip(blended, _standardised(part(material), len(parts)), strict=True):
            row.update(shares)
    return blended


def _standardised(rows: list[dict[str, float]], parts: int) -> list[dict[str, float]]:
    if not rows:
        return []
    names = list(dict.fromkeys(name for row in rows for name in row))
    means = {name: math.fsum(row.get(name, 0.0) for row in rows) / len(rows) for name in names}
    totals = [math.fsum(row.get(name, 0.0) - means[name] for name in names) for row in rows]
    deviation = math.sqrt(math.fsum(total**2 for total in totals) / len(rows))
    scale = 1 / (deviation * parts) if deviation > _SAME else 0.0
    return [{name: round((row.get(name, 0.0) - means[name]) * scale, 4) for name in names} for row in rows]
