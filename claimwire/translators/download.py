"""Where models come from, and fxtranslate's own verified download; asked only where a person switched it on.

The library takes the list of models from Mozilla's Remote Settings, or from FXTRANSLATE_RECORDS_URL; the files always come from Mozilla's
content network, which Mozilla asks not to build a service on: fetch once, then serve the folder from a place of your own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from claimwire.errors import TryLater
from claimwire.translators.variants import names


class Source(Protocol):
    """Where a missing model may be had."""

    first: bool
    """Whether what it offers goes before all that is on this machine."""

    def stamp(self) -> str:
        """Changes with what it offers, where that goes first; else empty. Raises TryLater."""

    def offered(self) -> frozenset[tuple[str, str]]:
        """The pairs that can be fetched. Raises TryLater where the list cannot be had."""

    def fetch(self, source: str, target: str, root: Path) -> None:
        """See that one offered pair lies in ``root``, every file checked by its hash. Raises TryLater, BadSetting."""


class Library:
    """Mozilla's models, by the library itself, which draws how far it is where standard error is a terminal."""

    first = False

    def stamp(self) -> str:
        """Nothing: what is here already stays."""
        return ""

    def offered(self) -> frozenset[tuple[str, str]]:
        """The pairs of Mozilla's list. Raises TryLater where it cannot be had."""
        from fxtranslate import discovery

        try:
            return frozenset(discovery.model_pairs(discovery.fetch_records_body()))
        except ValueError as error:
            raise TryLater(f"the list of Firefox models cannot be fetched: {error}") from error

    def fetch(self, source: str, target: str, root: Path) -> None:
        """Fetch one offered pair; files that are there and hash to what the list says stay. Raises TryLater."""
        from fxtranslate import discovery

        try:
            discovery.add_models(source, target, str(root), progress=sys.stderr.isatty())
        except ValueError as error:
            raise TryLater(f"the Firefox model {source}-{target} cannot be fetched: {error}") from error


def pair(offers: frozenset[tuple[str, str]], source: str, target: str) -> tuple[str, str] | None:
    """The offered pair that serves this one."""
    wanted = ((one, other) for one in names(source) for other in names(target))
    return next((each for each in wanted if each in offers), None)
