"""Placeholders: each of the source's is in the answer as often, and no other."""

from __future__ import annotations

import re
from collections import Counter

from claimwire.translators.checks.pair import Pair

# those of translators/protection, and those that engines' own wrappers use: ⟦1⟧, [[1]], {{1}}, <x id="1"/>, __PH1__, {0}, %1$s
_PLACEHOLDER = re.compile(
    r"⟦[^⟦⟧]{0,20}⟧|⟦|⟧|\[\[\w{1,12}\]\]|\{\{ ?\w{1,12} ?\}\}|\{\d{1,3}\}|%\d\$[sd]|</?(?:x|g|ph|bx|ex|m|keep)\b[^<>]{0,40}>"
    r"|\b(?:DNT|QZ|KX)\d{1,4}\b|_{2}[A-Za-z]{1,12}_?\d{1,4}_{2}|\bX?PH\d{1,4}X?\b|[\ue000-\uf8ff]",
    re.IGNORECASE,
)


def check(pair: Pair) -> str | None:
    """Names placeholders that were lost, doubled or left over."""
    wanted, there = (Counter(_PLACEHOLDER.findall(text)) for text in (pair.source_text, pair.answer))
    if wanted == there:
        return None
    lost, left = wanted - there, there - wanted
    return (
        f"placeholders differ: {', '.join([*(f'no {each}' for each in lost), *(f'{each} too many' for each in left)])}"
    )
