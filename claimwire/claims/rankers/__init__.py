"""Rankers: one callable each. To add one: a file here, a line in the table."""

from __future__ import annotations

from functools import partial

from claimwire.claims.rankers import neutral, sumy
from claimwire.claims.rankers.blend import blend
from claimwire.claims.rankers.material import Material, Ranker
from claimwire.errors import BadSetting

RANKERS: dict[str, Ranker] = {"neutral": neutral.rank, **sumy.rankers()}


def ranker(name: str) -> Ranker:
    """The ranker of that name, or the blend that names joined by ``+`` make: ``neutral+lexrank``. Raises BadSetting."""
    parts = name.split("+")
    unknown = next((part for part in parts if part not in RANKERS), None)
    if unknown is not None:
        raise BadSetting(
            f"unknown ranker {unknown!r}: choose one of {', '.join(RANKERS)}, or join some: {'+'.join(list(RANKERS)[:2])}"
        )
    if len(set(parts)) < len(parts):
        raise BadSetting(f"ranker {name!r} names one twice")
    return RANKERS[name] if len(parts) == 1 else partial(blend, [RANKERS[part] for part in parts])


__all__ = ["RANKERS", "Material", "Ranker", "ranker"]
