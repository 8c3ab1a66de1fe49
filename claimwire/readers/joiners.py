"""Joiners shape words in Persian, Urdu and Indic scripts; trafilatura drops them, so letters stand in for them meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_JOINERS = "\u200c\u200d"
_STAND_INS = "".join(map(chr, range(0x10000, 0x1000C)))  # Linear B: letters, and in no newspaper


def hidden(tree: HtmlElement) -> dict[int, str]:
    """Put letters that the page has not in the place of its joiners; returns the table for ``str.translate`` back."""
    text = "".join(tree.itertext())
    if not any(joiner in text for joiner in _JOINERS):
        return {}
    free = [letter for letter in _STAND_INS if letter not in text]
    if len(free) < len(_JOINERS):
        return {}
    table = dict(zip(map(ord, _JOINERS), free, strict=False))
    for element in tree.iter():
        element.text = element.text.translate(table) if element.text else element.text
        element.tail = element.tail.translate(table) if element.tail else element.tail
    return {ord(letter): chr(joiner) for joiner, letter in table.items()}
