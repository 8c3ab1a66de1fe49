"""Main text by trafilatura: its own finding first, its second opinions where that is short; and the lead that it loses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from claimwire.errors import Refused
from claimwire.readers import joiners, linklists, pagefacts, standfirst

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORT = 1000  # characters: a shorter text may be a teaser that trafilatura took for the article; measured in docs/reading.md
_MANY_BLOCKS = 3000  # trafilatura's second opinion (justext) is quadratic in them: 3 s for 5000
_BLOCKS = ("p", "div", "li", "td", "section", "article", "blockquote", "h1", "h2", "h3", "h4", "dd")
_LATEST = "2100-01-01"  # in place of today, which would make the answer depend on the clock
_STRUCTURED = 400  # characters: shorter bodies in JSON-LD are standfirsts
_FULLER = 2  # times the page's text: then the page is cut by its paywall, or made by a script
_TAGS = re.compile(r"(?:</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,500})?/?>\s*)+", re.IGNORECASE)


class Found(Struct, frozen=True):
    """The main text, a paragraph a line, and the fields that trafilatura guesses."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None


def _extracted(tree: HtmlElement, *, fast: bool) -> Any:  # noqa: ANN401  its Document is built at run time and carries no types
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    config.set(
        "DEFAULT", "MIN_OUTPUT_SIZE", "0"
    )  # or it logs a warning for each page with no text; we refuse it instead
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    try:
        return bare_extraction(
            tree, fast=fast, include_comments=False, with_metadata=True, date_extraction_params=dates, config=config
        )
    except Exception as fault:  # whatever a hostile page breaks in there, the page is at fault
        raise Refused("The page's html cannot be read: save the article as text and upload that.") from fault


def _length(page: Any) -> int:  # noqa: ANN401
    return len(page.text or "") if page else 0


def _best(tree: HtmlElement) -> Any:  # noqa: ANN401
    page = _extracted(tree, fast=True)
    if _length(page) >= _SHORT or sum(1 for _ in tree.iter(*_BLOCKS)) > _MANY_BLOCKS:
        return page
    return max(page, _extracted(tree, fast=False), key=_length)


def found(tree: HtmlElement) -> Found:
    """The main text of a page; related links leave the tree.

    Raises:
        Refused: The page breaks the extractor.
    """
    for element in linklists.found(tree):
        element.drop_tree()
    table = joiners.hidden(tree)
    page = _best(tree)
    if page is None:
        return Found()
    lead = standfirst.lost(tree, pagefacts.descriptions(tree), page.text or "")
    told = (page.title, page.author, page.date, page.sitename, page.url, page.language)
    return Found(f"{lead}\n{page.text}".translate(table), *(each.translate(table) if each else None for each in told))


def fuller(text: str, structured: str) -> str:
    """The page's text, or that of its JSON-LD where the page shows only the beginning."""
    if len(structured) <= max(_STRUCTURED, _FULLER * len(text)):
        return text
    return _TAGS.sub("\n", structured)
