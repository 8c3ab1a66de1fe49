"""fxtranslate's own verified download; asked only where a person switched it on.

The library takes the list of models from Mozilla's Remote Settings, or from FXTRANSLATE_RECORDS_URL; the files always come from Mozilla's
content network, which Mozilla asks not to build a service on: fetch once, then serve the folder from a place of your own.
"""

from __future__ import annotations

from pathlib import Path

from claimwire.errors import TryLater
from claimwire.translators.variants import names


def offered() -> frozenset[tuple[str, str]]:
    """The pairs that can be fetched. Raises TryLater where the list cannot be had."""
    from fxtranslate import discovery

    try:
        return frozenset(discovery.model_pairs(discovery.fetch_records_body()))
    except ValueError as error:
        raise TryLater(f"the list of Firefox models cannot be fetched: {error}") from error


def pair(offers: frozenset[tuple[str, str]], source: str, target: str) -> tuple[str, str] | None:
    """The offered pair that serves this one."""
    wanted = ((one, other) for one in names(source) for other in names(target))
    return next((each for each in wanted if each in offers), None)


def fetch(source: str, target: str, root: Path) -> None:
    """Fetch one offered pair into ``root``; files that are there and hash to what the list says stay. Raises TryLater."""
    from fxtranslate import discovery

    try:
        discovery.add_models(source, target, str(root))
    except ValueError as error:
        raise TryLater(f"the Firefox model {source}-{target} cannot be fetched: {error}") from error
