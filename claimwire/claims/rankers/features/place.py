"""Where a unit stands: in the article, and in its paragraph."""

from __future__ import annotations

import math
from collections import Counter

from claimwire.claims.rankers.features.columns import Columns, Seen, flags, times


def place(units: Seen) -> Columns:
    """Position from several sides: news puts first what matters, but how fast that wears off differs with the length."""
    count = len(units)
    position = [1 - number / count for number in range(count)]
    lead = [1 / (1 + number) for number in range(count)]
    size = [math.log(count)] * count
    return {
        "position": position,
        "lead": lead,
        "log position": [-math.log1p(number) for number in range(count)],
        "first": flags(number == 0 for number in range(count)),
        "first two": flags(number < 2 for number in range(count)),
        "first three": flags(number < 3 for number in range(count)),
        "last": flags(number == count - 1 for number in range(count)),
        "last two": flags(number >= count - 2 for number in range(count)),
        "position x size": times(position, size),
        "lead x size": times(lead, size),
        **_paragraphs(units),
    }


def _paragraphs(units: Seen) -> Columns:
    sizes = Counter(unit.paragraph for unit in units)
    first, last = units[0].paragraph, units[-1].paragraph
    before = [-1, *(unit.paragraph for unit in units)]
    return {
        "first in paragraph": flags(unit.paragraph != other for unit, other in zip(units, before, strict=False)),
        "paragraph": [1 - (unit.paragraph - first) / max(1, last - first) for unit in units],
        "paragraph size": [float(sizes[unit.paragraph]) for unit in units],
    }
