"""An engine asked as the chain asks it, every answer taken as it is."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.ports import Engine
from claimwire.translators.dispatch import Dispatcher
from claimwire.translators.meter import Meter
from claimwire.translators.patience import Clock, Deadline


class Time:
    """A clock that stands still but for sleep; chance is always the middle."""

    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []
        self.clock = Clock(lambda: self.at, self.sleep, lambda: 0.5)

    def sleep(self, seconds: float) -> None:
        self.at += seconds
        self.slept.append(seconds)


def answers(engine: Engine, texts: Sequence[str], target: str = "pt") -> dict[str, str | None]:
    """Each text's answer."""
    found: dict[str, str | None] = {}

    def take(text: str, answer: str | None) -> bool:
        found[text] = answer
        return True

    late = Dispatcher(engine, Meter(), Clock()).run(texts, ("en", target), Deadline(), take)
    assert not late, late
    return found
