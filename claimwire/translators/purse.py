"""What translating costs, and what may be spent on one article."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
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
    sums = [known.of(count) if (known := price(engine)) else None for engine, count in characters.items() if count]
    return None if None in sums else sum(each or 0.0 for each in sums)


class Purse:
    """What may still be spent on one article: ``cap`` US dollars in all, or any sum. May be shared by threads."""

    def __init__(self, cap: float | None = None) -> None:
        self.cap, self._spent = cap, 0.0
        self._lock = threading.Lock()

    def take(self, engine: Engine, texts: Sequence[str], pair: tuple[str, str]) -> str:
        """Pay for these texts; or say why not, and pay nothing."""
        if self.cap is None or not texts:
            return ""
        dollars = rate(engine, *pair)
        if dollars is None:
            return f"no price of {engine.name} is known, and a cap of {self.cap:g} USD is set"
        with self._lock:
            then = self._spent + dollars * sum(map(len, texts)) / 1_000_000
            if dollars and then > self.cap:
                return f"more would be spent on this article than the cap of {self.cap:g} USD allows"
            self._spent = then
        return ""
