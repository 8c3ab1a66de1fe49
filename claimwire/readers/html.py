"""Web pages: main text and metadata by trafilatura, from a tree that is bounded and pruned first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from claimwire.errors import Refused
from claimwire.readers import meta
from claimwire.readers.characters import strip_unwanted
from claimwire.readers.draft import Draft, numbered
from claimwire.readers.limits import check_elements, check_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = (
    "style",
    "noscript",
    "template",
    "svg",
    "canvas",
    "iframe",
    "object",
    "select",
)  # no form: it may hold the page
_HUGE_TAG = re.compile(r"<([a-z][a-z0-9]{0,20})\b[^<>]{4000,}", re.IGNORECASE)  # parsing is quadratic in its attributes
_MANY_BLOCKS = 3000  # trafilatura's second opinion (justext) is quadratic in them: 3 s for 5000
_BLOCKS = ("p", "div", "li", "td", "section", "article", "blockquote", "h1", "h2", "h3", "h4", "dd")
_LONGEST_DATA = 200_000  # characters of one JSON-LD block or attribute: trafilatura's patterns are not all linear
_LATEST = "2100-01-01"  # in place of today, which would make the answer depend on the clock


def _dropped(element: HtmlElement) -> bool:
    if element.tag == "script":
        return element.get("type") != "application/ld+json" or len(element.text or "") > _LONGEST_DATA
    return element.tag in _SILENT


def _tree(text: str) -> HtmlElement:
    """The page without what is never text.

    Raises:
        Refused: It is no page, or too large a one.
    """
    from lxml import etree  # with trafilatura 126 ms, and only pages need it
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(_HUGE_TAG.sub(r"<\1 ", strip_unwanted(text)).encode(), parser=parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Refused("The page's html cannot be read: save the article as text and upload that.") from fault
    for element in [element for element in tree.iter(*_SILENT, "script") if _dropped(element)]:
        cast("HtmlElement", element).drop_tree()
    _check(tree)
    return tree


def _check(tree: HtmlElement) -> None:
    check_elements(sum(1 for _ in tree.iter()))
    check_text(sum(len(piece.strip()) for piece in tree.itertext()))
    for element in tree.iter():
        for key, value in element.items():
            if len(value) > _LONGEST_DATA:
                del element.attrib[key]


def _extracted(tree: HtmlElement) -> Any:  # noqa: ANN401  trafilatura's Document is built at run time and carries no types
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    config.set(
        "DEFAULT", "MIN_OUTPUT_SIZE", "0"
    )  # or it logs a warning for each page with no text; we refuse it instead
    fast = sum(1 for _ in tree.iter(*_BLOCKS)) > _MANY_BLOCKS
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    try:
        return bare_extraction(
            tree, fast=fast, include_comments=False, with_metadata=True, date_extraction_params=dates, config=config
        )
    except Exception as fault:  # whatever a hostile page breaks in there, the page is at fault
        raise Refused("The page's html cannot be read: save the article as text and upload that.") from fault


def read(text: str) -> Draft:
    """The main text of a page, a paragraph a line.

    Raises:
        Refused: The page is too large, broken, or has no main text.
    """
    tree = _tree(text)
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    headings = [heading.text_content() for heading in tree.iter("h1")]
    page = _extracted(tree)
    if page is None or not (page.text or "").strip():
        raise Refused("No article text was found in the page: upload the article's own page or its text.")
    site = meta.field(page.sitename)
    return Draft(
        format="html",
        lines=numbered(page.text),
        title=meta.headline(page.title, site, headings),
        byline=meta.field(page.author),
        published=meta.field(page.date),
        site=site,
        url=meta.address(page.url),
        declared_language=meta.language(language or page.language),
    )
