"""What an engine offers, costs and lacks, from its own report and the table of prices."""

from __future__ import annotations

from datetime import date
from typing import Protocol, runtime_checkable

from msgspec import Struct

from claimwire import codes
from claimwire.ports import Engine, Limits
from claimwire.translators import Needing
from claimwire.translators.chain import Advising
from claimwire.translators.prices import price

_ENGLISH = "en"


@runtime_checkable
class Lacking(Protocol):
    """An engine that knows what else it cannot be used without, such as a package or credentials."""

    def missing(self) -> str | None:
        """What to do before it can be used."""


class About(Struct, frozen=True, kw_only=True):
    """One engine as a user chooses it.

    ``usd`` is for a million characters, as it was on ``priced``; None where nobody has written it down. ``from_english`` and
    ``into_english`` are the languages that it serves here and now.
    """

    name: str
    tier: str | None = None
    usd: float | None = None
    priced: date | None = None
    source: str | None = None
    limits: Limits | None = None
    from_english: tuple[str, ...] = ()
    into_english: tuple[str, ...] = ()
    missing: str | None = None


def about(engine: Engine) -> About:
    """The engine's report; asks no service."""
    known = price(engine.name)
    others = [code for code in codes.NAMES if code != _ENGLISH]
    there = tuple(code for code in others if engine.supports(_ENGLISH, code))
    back = tuple(code for code in others if engine.supports(code, _ENGLISH))
    return About(
        name=engine.name,
        tier=known.tier if known else None,
        usd=known.usd if known else None,
        priced=known.date if known else None,
        source=known.source if known else None,
        limits=engine.limits,
        from_english=there,
        into_english=back,
        missing=_missing(engine, serves=bool(there or back)),
    )


def _missing(engine: Engine, *, serves: bool) -> str | None:
    if isinstance(engine, Needing) and (settings := engine.needs()):
        return f"set {' and '.join(settings)}"
    if isinstance(engine, Lacking) and (said := engine.missing()):
        return said
    if not serves and isinstance(engine, Advising):
        return engine.advice(_ENGLISH, "pt").removeprefix(f"{engine.name}: ")
    return None
