"""Currencies: each sign of the source has to be in the answer, as a sign, a code or a word."""

from __future__ import annotations

import functools
import re

from claimwire.translators.checks import tables
from claimwire.translators.checks.pair import Pair


def check(pair: Pair) -> str | None:
    """Names the currencies that the answer lacks, and those that it has instead.

    The source is searched for signs alone: a word is too often something else (a pound of flour).
    """
    signs = {sign for sign in _names() if sign in pair.source_text}
    if not signs:
        return None
    there = _currencies(pair.answer)
    gone, new = sorted(signs - there), sorted(there - _currencies(pair.source_text))
    instead = f", it has {', '.join(new)}" if new else ""
    return f"currency differs: no {', '.join(gone)} in the translation{instead}" if gone else None


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    return tables.read("currencies", dict[str, tuple[str, ...]])


def _currencies(text: str) -> frozenset[str]:
    words = text.casefold()
    return frozenset(
        sign for sign, names in _names().items() if sign in text or any(_named(name, words) for name in names)
    )


def _named(name: str, words: str) -> bool:
    # Only where words are parted by spaces does a word's start mean anything.
    return re.search(rf"\b{name}" if name.isascii() else re.escape(name), words) is not None
