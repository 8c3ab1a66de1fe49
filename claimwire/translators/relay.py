"""A translation over several languages: each leg's answers are checked before the next leg sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from claimwire.models import Translated
from claimwire.ports import Engine
from claimwire.translators.chain import Chain
from claimwire.translators.checks import faults
from claimwire.translators.plain import plain, same_everywhere

_PATIENCE = (
    120.0  # seconds that one leg may wait for engines that are out of order; the chain above asks again, or another
)


@runtime_checkable
class Mannered(Protocol):
    """An engine whose identity holds more than concerns every pair."""

    def manner(self) -> str:
        """Its options and versions that hold for every pair."""


@dataclass(frozen=True)
class Leg:
    """One step of a way, and who does it.

    ``close``: by rules between close languages, where most checks mean nothing: a sentence may stay as it is.
    """

    engines: tuple[Engine, ...]
    chain: Chain
    source: str
    target: str
    close: bool = False

    def here(self) -> bool:
        """Whether any of them serves the pair."""
        return any(engine.supports(self.source, self.target) for engine in self.engines)

    def first(self) -> Engine:
        """The engine that is asked first."""
        return next(engine for engine in self.engines if engine.supports(self.source, self.target))

    def model(self) -> str:
        """The model that is asked first."""
        return self.first().model(self.source, self.target)


def manner(engine: Engine) -> str:
    """What of an engine's options may change an answer, beside the model."""
    return engine.manner() if isinstance(engine, Mannered) else engine.identity()


def relay(legs: Sequence[Leg], segments: Sequence[str]) -> list[str | None]:
    """One answer a segment, in order; None where a leg had no answer that can be believed.

    Raises BadSetting where a leg's pair is not supported, TryLater where all engines of a leg are out of order.
    """
    texts: list[str | None] = [*segments]
    for leg in legs:
        there = list(dict.fromkeys(text for text in texts if text))
        answers = dict(zip(there, _leg(leg, there, last=leg is legs[-1]), strict=True))
        texts = [answers[text] if text else text for text in texts]
    return texts


def _leg(leg: Leg, texts: Sequence[str], *, last: bool) -> list[str | None]:
    """What the last leg answers is checked by whoever asked for the whole way."""
    if leg.close:
        return leg.first().translate(texts, leg.source, leg.target)
    rows = leg.chain.translate(texts, leg.source, leg.target, _PATIENCE * len(texts))
    return [row.text if _believed(leg, text, row, last) else None for text, row in zip(texts, rows, strict=True)]


def _believed(leg: Leg, text: str, row: Translated, last: bool) -> bool:
    """A warning alone does not stop an answer: whatever it warns of is looked for again, from end to end."""
    if not row.warnings or same_everywhere(text, leg.source):
        return True
    return bool(row.engine) if last else not faults(plain(text), row.text, leg.source, leg.target)
