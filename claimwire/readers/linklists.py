"""Related links in the middle of an article: lists and paragraphs that are links and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.readers.elements import text_of
from claimwire.readers.furniture.shape import terminated, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LISTS = ("ul", "ol")
_IN_LIST = 0.5  # of a list's letters are linked: before each headline may stand a kicker, "Energy: "
_IN_LINE = 0.9  # of a paragraph's
_HEADLINE = 4  # words: a shorter block may be the byline
_LONGEST = 2000  # characters: longer blocks are prose, and not measured


def _linked(element: HtmlElement, text: str, share: float) -> bool:
    linked = sum(len(text_of(link, _LONGEST)) for link in element.iter("a"))
    return bool(text) and linked >= share * len(text)


def _is_related(item: HtmlElement) -> bool:
    """Whether a list's item is a headline to go to, and no sentence with a link in it."""
    return next(item.iter("a"), None) is not None and not terminated(text_of(item, _LONGEST))


def _only_links(element: HtmlElement) -> bool:
    text = text_of(element, _LONGEST)
    if words(text) < _HEADLINE:
        return False
    if element.tag in _LISTS:
        return _linked(element, text, _IN_LIST) and all(map(_is_related, element.iter("li")))
    return _linked(element, text, _IN_LINE) and not terminated(text)


def found(tree: HtmlElement) -> list[HtmlElement]:
    """The blocks that are links only, outermost first."""
    return [element for element in tree.iter(*_LISTS, "p") if element.getparent() is not None and _only_links(element)]
