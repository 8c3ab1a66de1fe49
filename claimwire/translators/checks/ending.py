"""An answer that breaks off."""

from __future__ import annotations

from claimwire.translators.checks import ends, lengths
from claimwire.translators.checks.pair import Pair

_SHORTER = -0.6  # spreads under the expected length from which a missing mark tells


def check(pair: Pair) -> str | None:
    """Finds answers without the mark that ends the source, where they are rather short as well."""
    if not ends.told(pair) or ends.ended(pair.answer):
        return None
    return "the answer breaks off" if lengths.score(pair) < _SHORTER else None
