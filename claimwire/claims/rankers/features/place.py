"""Where a unit stands: in the article, and in its paragraph."""

from __future__ import annotations

import math
from collections import Counter

from claimwire.claims.rankers.features.columns import Columns, Seen, flags


def place(units: Seen) -> Columns:
    """Position in two ways: news puts first what matters, but how fast that wears off differs with the length."""
    count = len(units)
    position = [1 - number / count for number in range(count)]
    return {
        "position": position,
        "first three": flags(number < 3 for number in range(count)),
        "position x size": [each * math.log(count) for each in position],
        **_paragraphs(units),
    }


def _paragraphs(units: Seen) -> Columns:
    sizes = Counter(unit.paragraph for unit in units)
    first, last = units[0].paragraph, units[-1].paragraph
    return {
        "paragraph": [1 - (unit.paragraph - first) / max(1, last - first) for unit in units],
        "paragraph size": [float(sizes[unit.paragraph]) for unit in units],
    }
