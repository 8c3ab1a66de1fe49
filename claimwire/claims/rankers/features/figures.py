"""Numbers in a unit: what can be checked often has one."""

from __future__ import annotations

import math
import re

from claimwire.claims.rankers.features.columns import Columns, Seen, flags, times

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 3


def figures(units: Seen) -> Columns:
    """Numbers, those not seen before, and years, which as often tell of the past."""
    found = [_NUMBER.findall(unit.text) for unit in units]
    numbers = [[each for each in row if not _YEAR.fullmatch(each)] for row in found]
    some = flags(numbers)
    return {
        "numbers": [min(len(row), _MOST) / _MOST for row in numbers],
        "a number": some,
        "new numbers": _fresh(numbers),
        "year": flags(len(all_) > len(row) for all_, row in zip(found, numbers, strict=True)),
        "digits": [math.log1p(sum(map(len, row))) for row in numbers],
        "number x position": times(some, [1 - number / len(some) for number in range(len(some))]),
    }


def _fresh(numbers: list[list[str]]) -> list[float]:
    seen: set[str] = set()
    fresh = []
    for row in numbers:
        fresh.append(min(sum(each not in seen for each in row), _MOST) / _MOST)
        seen.update(row)
    return fresh
