"""What many articles cost, told from some of them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

MOST = 100
"""Articles that are read for an estimate; where there are no more, it is no estimate but a count."""


class Sized(Struct, frozen=True):
    """An object and its bytes."""

    key: str
    size: int


class Priced(Struct, frozen=True):
    """One article of the sample: its bytes, characters to send, and US dollars (None: at a price that nobody has written down)."""

    size: int
    characters: int
    usd: float | None


class Total(Struct, frozen=True, kw_only=True):
    """All articles: ``usd`` by list price, give or take ``spread`` (two standard errors; 0 where all were read)."""

    articles: int
    sampled: int
    characters: int
    usd: float | None
    spread: float = 0.0

    @property
    def most(self) -> float | None:
        """What a cap has to hold."""
        return None if self.usd is None else self.usd + self.spread


def sample(found: Sequence[Sized], most: int = MOST) -> list[Sized]:
    """Evenly through all sizes, the same each time."""
    if len(found) <= most:
        return list(found)
    ordered = sorted(found, key=lambda each: (each.size, each.key))
    return [ordered[int((number + 0.5) * len(ordered) / most)] for number in range(most)]


def total(found: Sequence[Sized], priced: Sequence[Priced]) -> Total:
    """Scaled by bytes, as an article's cost goes by its length."""
    seen, size = sum(each.size for each in priced), sum(each.size for each in found)
    scale = size / seen if seen else 0.0
    prices = [each.usd for each in priced]
    known = [price for price in prices if price is not None]
    usd = sum(known) * scale if len(known) == len(prices) else None
    return Total(
        articles=len(found),
        sampled=len(priced),
        characters=round(sum(each.characters for each in priced) * scale),
        usd=usd,
        spread=_spread(priced, sum(known) / seen, len(found)) if usd and len(priced) < len(found) else 0.0,
    )


def _spread(priced: Sequence[Priced], rate: float, count: int) -> float:
    """Two standard errors of a ratio estimate."""
    number = len(priced)
    if number < 2:
        return 0.0
    off = sum(((each.usd or 0.0) - rate * each.size) ** 2 for each in priced) / (number - 1)
    return 2 * count * math.sqrt(off / number * (1 - number / count))
