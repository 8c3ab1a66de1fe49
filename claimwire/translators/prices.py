"""What an engine costs, and how good it is, as data with a date: ``prices.toml``."""

from __future__ import annotations

import functools
import tomllib
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

Tier = Literal["professional", "good", "gist"]


class Price(Struct, frozen=True, kw_only=True):
    """US dollars for a million characters of source text, as ``source`` said on ``date``; ``tier`` is the quality to expect."""

    usd: float
    date: date
    source: str
    tier: Tier

    def of(self, characters: int) -> float:
        """US dollars for so many characters."""
        return self.usd * characters / 1_000_000


def price(engine: str) -> Price | None:
    """The price of an engine by its name; None where nobody has written it down."""
    return _prices().get(engine)


@functools.cache
def _prices() -> dict[str, Price]:
    text = Path(__file__).with_name("prices.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Price])
