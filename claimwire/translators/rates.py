"""What engines charge, by list price."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from claimwire.ports import Engine
from claimwire.translators.prices import price


@runtime_checkable
class Priced(Protocol):
    """An engine whose price depends on more than its name."""

    def rate(self, source: str, target: str) -> float | None:
        """US dollars for a million characters; None where that is not known."""


def rate(engine: Engine, source: str, target: str) -> float | None:
    """US dollars for a million characters of this pair; None where nobody has written it down."""
    if isinstance(engine, Priced):
        return engine.rate(source, target)
    known = price(engine.name)
    return known.usd if known else None


def spent(characters: Mapping[str, int]) -> float | None:
    """US dollars for so many characters by engine's name; None where a price is not known."""
    sums = [
        known.of(count) if (known := price(engine)) else None
        for names, count in characters.items()
        for engine in names.partition(":")[0].split(
            "+"
        )  # firefox+deepl:pt is a way over two engines, who both get the text
        if count
    ]
    return None if None in sums else sum(each or 0.0 for each in sums)


def micros(dollars: float) -> int:
    """Millionths of a dollar: whole numbers add up exactly."""
    return round(dollars * 1_000_000)
