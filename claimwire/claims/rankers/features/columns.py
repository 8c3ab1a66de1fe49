"""What of a unit tells that it matters, a column of numbers a feature; nothing here needs to know a language."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from operator import mul

from claimwire.claims.rankers.material import Candidate

Columns = dict[str, list[float]]
Seen = Sequence[Candidate]


def standardised(values: Sequence[float]) -> list[float]:
    """The values with mean 0 and deviation 1, or all 0 where they are equal: what counts is how a unit differs from its article."""
    mean = sum(values) / len(values)
    apart = [value - mean for value in values]
    deviation = math.sqrt(sum(map(mul, apart, apart)) / len(values))
    if deviation <= 1e-9:  # rounding: all are equal
        return [0.0] * len(values)
    return [each / deviation for each in apart]


def flags(values: Iterable[object]) -> list[float]:
    """1 for what is true."""
    return [1.0 if value else 0.0 for value in values]


def times(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """Products, row by row."""
    return list(map(mul, one, other))
