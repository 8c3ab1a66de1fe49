"""Quotation marks: an answer to a text with all of them closed leaves none open."""

from __future__ import annotations

import re

from claimwire.translators.checks.pair import Pair

_MARKS = re.compile('["“”„‟«»「」『』]')
_OTHERS = re.compile(r"(?<!\w)['‘’‚‹›`]|['‘’‹›`](?!\w)|,,|''|\d\"")  # single ones, inches: their number tells nothing
_ABBREVIATING = frozenset({"he", "yi"})  # the same marks stand in abbreviations


def check(pair: Pair) -> str | None:
    """Compares the marks by twos: their kinds differ between languages, and titles take them in some only."""
    source, answer = (len(_MARKS.findall(text)) for text in (pair.source_text, pair.answer))
    if not source or source % 2 or not answer % 2 or _ABBREVIATING.intersection(pair.languages):
        return None
    if _OTHERS.search(pair.source_text) or _OTHERS.search(pair.answer):
        return None
    return "a quotation mark is missing or left over"
