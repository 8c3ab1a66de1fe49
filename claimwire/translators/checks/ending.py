"""An answer that breaks off."""

from __future__ import annotations

import re

from claimwire.translators.checks import lengths
from claimwire.translators.checks.pair import Pair

_CLOSED = "[\\s\"'”“’‘»«›‹)\\]】』」〉》]*$"
_ENDED = re.compile(r"[.!?…。！？｡؟۔।॥։።᙮:：;；]" + _CLOSED)
_UNMARKED = frozenset({"th", "lo", "km", "my", "bo", "dz"})  # a sentence ends with a space there, if with anything
_SHORTER = -0.6  # spreads under the expected length from which a missing mark tells


def check(pair: Pair) -> str | None:
    """Finds answers without the mark that ends the source, where they are rather short as well."""
    if pair.languages[1] in _UNMARKED or not _ENDED.search(pair.source_text) or _ENDED.search(pair.answer):
        return None
    return "the answer breaks off" if lengths.score(pair) < _SHORTER else None
