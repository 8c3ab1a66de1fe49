"""The lead under a headline: extractors lose it where it stands outside the body; the page's own description tells which it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimwire.readers.characters import tidy
from claimwire.readers.elements import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = ("p", "div", "h2", "h3", "h4", "span", "strong", "section", "li", "em", "b")
_SHORTEST = 40  # characters: shorter descriptions are slogans
_LONGEST = 1000
_COMPARED = 60  # characters: descriptions are cut at 150 to 300, and differ from the lead after that


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _shown(tree: HtmlElement, keys: tuple[str, ...]) -> Iterator[str]:
    """The visible blocks that begin as one of the descriptions does."""
    for element in tree.iter(*_BLOCKS) if keys else ():
        text = tidy(text_of(element, _LONGEST))
        if len(text) >= _SHORTEST and _key(text).startswith(keys):
            yield text


def lost(tree: HtmlElement, descriptions: Iterator[str], text: str) -> str:
    """The lead as the page shows it, where ``text`` (what was extracted) has not got it; else nothing."""
    wanted = {_key(each)[:_COMPARED] for each in descriptions if len(each) >= _SHORTEST}
    have = _key(text) if wanted else ""
    return min(_shown(tree, tuple(key for key in wanted if key and key not in have)), key=len, default="")
