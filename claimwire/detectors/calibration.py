"""From a detector's share of the votes to a confidence that means the same for every detector."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from msgspec import Struct, convert

SURE = 0.9
"""The confidence from which at least 99 of 100 answers are right, whatever detector gave them (docs/detection.md)."""
FAIR = 0.5
"""The confidence in an answer that was only just not withheld."""
_TOP = 0.99


class Scale(Struct, frozen=True, kw_only=True):
    """Shares of the votes: ``least`` to answer at all, ``sure`` for a confidence of ``SURE``.

    ``doubted`` are the languages for which the detector takes relatives that it does not know: never sure.
    """

    least: float
    sure: float
    doubted: str = ""

    def certain(self, code: str) -> bool:
        """Whether an answer of ``code`` may be sure at all."""
        return code not in _doubted(self)

    def confidence(self, share: float) -> float:
        """0 below ``least``, else in proportion from ``FAIR`` by ``SURE`` to nearly 1."""
        if share < self.least:
            return 0.0
        if share < self.sure:
            return FAIR + (SURE - FAIR) * (share - self.least) / (self.sure - self.least)
        return min(_TOP, SURE + (_TOP - SURE) * (share - self.sure) / (1.0 - self.sure))


@functools.cache
def _doubted(scale: Scale) -> frozenset[str]:
    return frozenset(scale.doubted.split())


@functools.cache
def scale(method: str) -> Scale:
    """The scale of the detector ``method``."""
    table = tomllib.loads(resources.files(__package__).joinpath("calibration.toml").read_text("utf-8"))
    return convert(table[method], Scale)
