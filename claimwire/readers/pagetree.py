"""A page's tree, bounded before slow work starts, and without what is never text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from claimwire.errors import Refused
from claimwire.readers.characters import parseable
from claimwire.readers.limits import check_elements, check_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = ("style", "template", "svg", "canvas", "iframe", "object", "select")  # no form: it may hold the page
_HUGE_TAG = re.compile(r"<([a-z][a-z0-9]{0,20})\b[^<>]{4000,}", re.IGNORECASE)  # parsing is quadratic in its attributes
_ARTICLE = 1000  # characters: a page that is made by a script may keep its article in noscript; pleas to enable scripts are short
_LONGEST_DATA = 200_000  # characters of one JSON-LD block or attribute: trafilatura's patterns are not all linear


def _dropped(element: HtmlElement) -> bool:
    if element.tag == "noscript":
        return sum(map(len, element.itertext())) < _ARTICLE
    if element.tag == "script":
        return element.get("type") != "application/ld+json" or len(element.text or "") > _LONGEST_DATA
    return element.tag in _SILENT


def _check(tree: HtmlElement) -> None:
    check_elements(sum(1 for _ in tree.iter()))
    check_text(sum(len(piece.strip()) for piece in tree.itertext()))
    for element in tree.iter():
        for key, value in element.items():
            if len(value) > _LONGEST_DATA:
                del element.attrib[key]


def parsed(text: str) -> HtmlElement:
    """The page without styles, scripts (but JSON-LD) and what else is never text.

    Raises:
        Refused: It is no page, or too large a one.
    """
    from lxml import etree  # with trafilatura 126 ms, and only pages need it
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(parseable(_HUGE_TAG.sub(r"<\1 ", text)), parser=parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Refused("The page's html cannot be read: save the article as text and upload that.") from fault
    for element in [element for element in tree.iter(*_SILENT, "script", "noscript") if _dropped(element)]:
        cast("HtmlElement", element).drop_tree()
    _check(tree)
    return tree
