"""The ``pivot`` engine: two engines one after another, through a language that both know."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.ports import Engine, Limits, Memory
from claimwire.translators.chain import Chain, Noting
from claimwire.translators.rates import rate
from claimwire.translators.relay import Leg, manner, relay

ENGLISH = "en"


class Pivot:
    """Any of ``first`` into the language ``via``, any of ``second`` out of it. May be shared by threads.

    Args:
        first: engines of the first leg, in the order in which they are asked.
        second: those of the second leg; the same ones where none are named.
        via: the language between.
        memory: keeps both legs' answers, so that what the first leg said is not paid twice where the second one fails.
    """

    shareable = True

    def __init__(
        self, first: Sequence[Engine], second: Sequence[Engine] = (), via: str = ENGLISH, memory: Memory | None = None
    ) -> None:
        if not first:
            raise BadSetting(
                "pivot needs engines to go through: name them before it, as in firefox,pivot or google+deepl"
            )
        self._sides = tuple((tuple(engines), Chain(engines, memory)) for engines in (first, second or first))
        self._via = codes.canonical(via)
        self.name = "pivot" if not second else "+".join(chain.name for _, chain in self._sides)
        self.name += "" if self._via == ENGLISH else f":{self._via}"
        # One segment a request: each is late, refused or answered by itself. The legs' own limits hold within.
        most = min(max(engine.limits.at_once for engine in engines) for engines, _ in self._sides)
        self.limits = Limits(at_once=most, again=False)

    def identity(self) -> str:
        """The way, and all engines of both legs."""
        first, second = (chain.identity() for _, chain in self._sides)
        return f"{self.name} through {self._via}: {first} + {second}"

    def manner(self) -> str:
        """What holds for every pair: ``model`` says what serves each leg first, and the others that may are named here."""
        return " + ".join(",".join(map(manner, engines)) for engines, _ in self._sides)

    def supports(self, source: str, target: str) -> bool:
        """Whether both legs do. A language is never left to be entered again."""
        between = not (codes.same(source, self._via) or codes.same(self._via, target) or codes.same(source, target))
        return between and all(leg.here() for leg in self._legs(source, target))

    def model(self, source: str, target: str) -> str:
        """Such as ``pivot/es>en>pt: firefox/es-en-12ab34 + firefox/enpt-1693087644``. Raises BadSetting."""
        return f"{self.name}/{source}>{self._via}>{target}: {' + '.join(leg.model() for leg in self._known(source, target))}"

    def rate(self, source: str, target: str) -> float | None:
        """Both legs' prices together, each of the engine that is asked first."""
        legs = self._known(source, target)
        rates = [rate(leg.first(), leg.source, leg.target) for leg in legs]
        return None if None in rates else sum(each or 0.0 for each in rates)

    def notes(self, source: str, target: str) -> tuple[str, ...]:
        """What both legs' engines say, and that there were two."""
        said = [note for leg in self._legs(source, target) for note in _notes(leg)]
        return tuple(dict.fromkeys((*said, f"through {codes.name(self._via)}, by two translations")))

    def advice(self, source: str, target: str) -> str:
        """Which leg is missing."""
        missing = [f"{leg.source} to {leg.target}" for leg in self._legs(source, target) if not leg.here()]
        return (
            f"{self.name}: nobody translates {' nor '.join(missing)}"
            if missing
            else f"{self.name}: no detour is needed"
        )

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One answer a segment; None where a leg had none that can be believed. Raises BadSetting, TryLater."""
        return relay(self._known(source, target), segments)

    def _known(self, source: str, target: str) -> tuple[Leg, Leg]:
        if not self.supports(source, target):
            raise BadSetting(f"cannot translate {source} to {target}; {self.advice(source, target)}")
        return self._legs(source, target)

    def _legs(self, source: str, target: str) -> tuple[Leg, Leg]:
        first, second = (partial(Leg, *side) for side in self._sides)
        return first(source, self._via), second(self._via, target)


def _notes(leg: Leg) -> tuple[str, ...]:
    """What the engine that is asked first says; a variant matters at the end of the way alone, where its code is named."""
    asked = next((engine for engine in leg.engines if engine.supports(leg.source, leg.target)), None)
    return asked.notes(leg.source, leg.target) if isinstance(asked, Noting) else ()
