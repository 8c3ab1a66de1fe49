"""How long a unit is, by itself and beside the others."""

from __future__ import annotations

import math
from bisect import bisect_left

from claimwire.claims.rankers.features.columns import Columns, Seen, flags, times

_MOST = 60  # words: longer is no better
_SHORT, _LONG = 8, 45
_UNSPACED = "\u0e00"  # from Thai on scripts part no words
_SIGN = 0.55  # of a word is what a sign of a script without spaces stands for


def length(units: Seen) -> Columns:
    """Claims are neither fragments nor whole paragraphs."""
    sizes = [_size(unit.words) for unit in units]
    logs = [math.log1p(min(size, _MOST)) for size in sizes]
    ordered = sorted(sizes)
    others = max(1, len(sizes) - 1)
    return {
        "length": logs,
        "length in words": [min(size, _MOST) / _MOST for size in sizes],
        "odd length": [
            (math.log1p(size) - 3.3) ** 2 for size in sizes
        ],  # 26 words, about the length of a news sentence
        "short": flags(size < _SHORT for size in sizes),
        "long": flags(size > _LONG for size in sizes),
        "length rank": [bisect_left(ordered, size) / others for size in sizes],
        "length x position": times(logs, [1 - number / len(logs) for number in range(len(logs))]),
        "length after": [*(math.log1p(size) for size in sizes[1:]), 3.0],
    }


def _size(words: tuple[str, ...]) -> float:
    signs = len([word for word in words if word >= _UNSPACED and len(word) == 1])
    return len(words) - signs * (1 - _SIGN)
