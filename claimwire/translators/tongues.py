"""The languages of a remote service: our codes on this side, its own on the other, from the table beside the engine."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.translators import variants


class Tongues(Struct, frozen=True):
    """``same``: codes that are one on both sides; ``codes``: BCP-47 -> the service's; ``targets``: what is another there as a target."""

    same: tuple[str, ...] = ()
    codes: dict[str, str] = {}
    targets: dict[str, str] = {}

    def source(self, code: str) -> str | None:
        """A language is read in whatever script or region it is written."""
        names = (*variants.names(code), codes.base(code))
        return next((found for found in map(self._code, names) if found), None)

    def target(self, code: str) -> str | None:
        """A script that the service does not write is not supported; a region may be dropped."""
        names = variants.names(code)
        return next((found for name in names if (found := self.targets.get(name) or self._code(name))), None)

    def _code(self, name: str) -> str | None:
        return self.codes.get(name) or (name if name in self.same else None)


@functools.cache
def tongues(engine: str, folder: Path = Path(__file__).parent) -> Tongues:
    """The table ``<engine>.toml``."""
    return msgspec.convert(tomllib.loads((folder / f"{engine}.toml").read_text("utf-8")), Tongues)
