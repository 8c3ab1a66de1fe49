"""Our own ranker: a weighted sum of features that need no language; the weights lie in neutral.json."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from claimwire.claims.rankers.features import features
from claimwire.claims.rankers.material import Material


def rank(material: Material) -> list[dict[str, float]]:
    """Contributions by feature, to four places; their sum is the score."""
    weights = _weights()
    return [
        {name: contribution for name, value in row.items() if (contribution := round(weights[name] * value, 4))}
        for row in features(material)
    ]


@cache
def _weights() -> dict[str, float]:
    file = resources.files(__package__) / "neutral.json"
    return msgspec.json.decode(file.read_bytes(), type=dict[str, float])
