"""The ``apertium`` engine: rules of Apertium between close languages, with neural legs from and into English before and after."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from claimwire.errors import BadSetting
from claimwire.ports import Engine, Limits
from claimwire.translators import variants
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
from claimwire.translators.modes import FOLDER, Modes, Way, known, table, ways
from claimwire.translators.relay import Leg, manner, relay


class Apertium:
    """Rules where the pair has a mode, else the best way over several languages that is here. May be shared by threads.

    Args:
        folder: of the modes.
        neural: the engine for legs that have no mode.
    """

    name = "apertium"
    shareable = True
    limits = Limits(size=10_000, again=False)

    def __init__(self, folder: Path = FOLDER, neural: Engine | None = None) -> None:
        self._rules, self._neural = Modes(folder), neural or Firefox()
        self._chains = {engine.name: Chain([engine]) for engine in (self._rules, self._neural)}
        self._found: dict[tuple[str, str], tuple[Way, tuple[Leg, ...]]] = {}

    def identity(self) -> str:
        """Both kinds of legs, and the table of ways."""
        return f"apertium {self._rules.identity()} {self._neural.identity()} ways={';'.join(way.by for way in table().ways)}"

    def manner(self) -> str:
        """What holds for every pair: ``model`` says the way, and what serves each of its legs."""
        return f"neural: {manner(self._neural)}"

    def supports(self, source: str, target: str) -> bool:
        """Whether some way has all its legs here."""
        return self._way(source, target) is not None

    def model(self, source: str, target: str) -> str:
        """Such as ``apertium/en>pt>es fair: firefox/enpt-1693087644 + pt-es@1b0c44``. Raises BadSetting."""
        way, legs = self._known(source, target)
        return f"apertium/{way.by.replace(' ', '>')} {way.tier}: {' + '.join(leg.model() for leg in legs)}"

    def notes(self, source: str, target: str) -> tuple[str, ...]:
        """What a reader should know of the quality, unless it is good; and whose Portuguese it is."""
        found = self._way(source, target)
        way = found and found[0]
        tier = (f"quality: {way.tier}, by rules ({way.by.replace(' ', ' > ')})",) if way and way.tier != "good" else ()
        return (*tier, *self._variant(target, found[1] if found else ()))

    def advice(self, source: str, target: str) -> str:
        """What to do where the pair is not supported."""
        best = next(iter(ways(source, target)), None)
        if best is None:
            return "apertium: no way is known for this pair"
        modes = [known(*pair) for pair in pairwise(best.by.split())]
        packages = sorted({mode.package for mode in modes if mode})
        neural = "" if all(modes) else ", and pip install 'claimwire[offline]'"
        return f"apertium: apt-get install {' '.join(packages)}{neural}"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One answer a segment; None where a leg had none. Raises BadSetting, TryLater."""
        return relay(self._known(source, target)[1], segments)

    def _known(self, source: str, target: str) -> tuple[Way, tuple[Leg, ...]]:
        found = self._way(source, target)
        if found is None:
            raise BadSetting(f"cannot translate {source} to {target}; {self.advice(source, target)}")
        return found

    def _way(self, source: str, target: str) -> tuple[Way, tuple[Leg, ...]] | None:
        """Kept once found, since every request asks."""
        found = self._found.get((source, target))
        if found is None:
            legs = ((way, self._legs(way, source, target)) for way in ways(source, target))
            found = next((each for each in legs if all(leg.here() for leg in each[1])), None)
            if found:
                self._found[source, target] = found
        return found

    def _legs(self, way: Way, source: str, target: str) -> tuple[Leg, ...]:
        stops = [source, *way.by.split()[1:-1], target]
        return tuple(self._leg(*pair) for pair in pairwise(stops))

    def _leg(self, source: str, target: str) -> Leg:
        engine: Engine = self._rules if known(source, target) else self._neural
        return Leg((engine,), self._chains[engine.name], source, target, close=engine is self._rules)

    def _variant(self, target: str, legs: Sequence[Leg]) -> tuple[str, ...]:
        return variants.notes(target) if legs and legs[-1].engines == (self._neural,) else ()
