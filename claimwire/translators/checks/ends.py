"""The marks that end a sentence."""

from __future__ import annotations

import re

from claimwire.translators.checks.pair import Pair

_CLOSED = "[\\s\"'”“’‘»«›‹)\\]】』」〉》]*$"
_ENDED = re.compile(r"[.!?…。！？｡؟۔।॥։።᙮:：;；]" + _CLOSED)
_UNMARKED = frozenset({"th", "lo", "km", "my", "bo", "dz"})  # a sentence ends with a space there, if with anything


def ended(text: str) -> bool:
    """Whether the text ends with such a mark, quotation marks and brackets after it left out."""
    return _ENDED.search(text) is not None


def told(pair: Pair) -> bool:
    """Whether the answer has to have such a mark."""
    return pair.languages[1] not in _UNMARKED and ended(pair.source_text)
