"""What may be spent: on one article, and in a calendar month."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from claimwire.ports import Engine, Memory
from claimwire.translators.rates import rate


class Purse:
    """What may still be spent. May be shared by threads.

    Args:
        cap: US dollars on one article in all; None is any sum.
        month: US dollars in a calendar month, by all who share ``memory``, which counts them; None is any sum.
        memory: of the chain.
    """

    def __init__(self, cap: float | None = None, month: float | None = None, memory: Memory | None = None) -> None:
        self._cap, self._month, self._memory = cap, month, memory
        self._spent, self._lock = 0.0, threading.Lock()

    def take(self, engine: Engine, texts: Sequence[str], pair: tuple[str, str]) -> str:
        """Pay for these texts; or say why not, and pay nothing."""
        if not texts or (self._cap is None and self._month is None):
            return ""
        dollars = rate(engine, *pair)
        if dollars is None:
            return f"no price of {engine.name} is known, and a cap is set"
        return self._pay(dollars * sum(map(len, texts)) / 1_000_000) if dollars else ""

    def give_back(self, engine: Engine, texts: Iterable[str], pair: tuple[str, str]) -> None:
        """Take money back for texts that the engine was too much out of order to answer."""
        characters = sum(map(len, texts))
        if characters and (self._cap is not None or self._month is not None):
            self._pay(-(rate(engine, *pair) or 0.0) * characters / 1_000_000)

    def _pay(self, dollars: float) -> str:
        with self._lock:
            if self._cap is not None and dollars > 0 and self._spent + dollars > self._cap:
                return f"more would be spent on this article than the cap of {self._cap:g} USD allows"
            if self._month is not None and self._memory and not self._memory.spend(dollars, self._month):
                return f"more would be spent this month than the cap of {self._month:g} USD allows"
            self._spent += dollars
        return ""

    def refuses(self, dollars: float) -> str:
        """Why so much could not be spent now."""
        if self._cap is not None and self._spent + dollars > self._cap:
            return f"the cap of {self._cap:g} USD an article (max-cost)"
        if self._month is not None and self._memory and self._memory.spent() + dollars > self._month:
            return f"the cap of {self._month:g} USD a month (month-max-cost)"
        return ""
