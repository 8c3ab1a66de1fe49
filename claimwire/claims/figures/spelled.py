"""Numbers in words."""

from __future__ import annotations

from collections.abc import Sequence


def run(values: Sequence[tuple[str, float]]) -> float | None:
    """``two hundred and five thousand``: the value of words that follow each other, each ``count``, ``bound`` or ``scale``.

    None where they make no number together, or only one that may be an article.
    """
    total, here = 0.0, None
    for kind, each in values:
        if kind == "scale":
            if here is None:
                return None
            here *= each
            total, here = (total + here, None) if each >= 1000 else (total, here)
        elif here is None:
            here = each
        elif _follows(here, each):
            here += each
        else:
            return None
    bare = all(kind == "bound" for kind, _ in values)
    return None if bare else total + (here or 0)


def _follows(tens: float, ones: float) -> bool:
    return (tens % 100 == 0 and 0 < ones < 100) or (tens % 10 == 0 and tens % 100 >= 20 and 0 < ones < 10)
