"""What a text is, whatever the name says. Names and content types only decide where the content leaves it open."""

from __future__ import annotations

import json
import re
from typing import Literal

from claimwire.errors import Refused
from claimwire.readers import markdown, newsml

Format = Literal["txt", "md", "html", "json", "newsml"]

_HEAD = 65_536
_BLOCK = "p|div|article|section|main|h[1-6]|ul|ol|table|blockquote|body|head|title|meta|span|br|a|figure"
_PAGE = re.compile(
    r"\s{0,99}(?:<\?xml\b[^>]{0,200}>\s{0,99})?(?>(?><!--.{0,2000}?-->\s{0,99}){0,5})<(?:!doctype\s{1,9}html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rf"<(?:{_BLOCK})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_STARTS_WITH_TAG = re.compile(rf"\s{{0,99}}<(?:{_BLOCK})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_XML = re.compile(
    r"\s{0,99}<(?:\?xml|!DOCTYPE\s{1,9}(?!html)\w{1,20}|(?:\w{1,20}:)?(?:rss|feed|rdf:RDF|nitf|newsItem|newsMessage|packageItem))\b"
)
_HTML_NAME = re.compile(r"\btext/html|application/xhtml|\.[xs]?html?$")
_JSON_NAME = re.compile(r"\bjson\b|\.json$")
_MARKDOWN_NAME = re.compile(r"\bmarkdown\b|\.(?:md|mkd|mdown|markdown)$")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _marked_up(text: str, hints: str) -> Format | None:
    """Which markup the text shows.

    Raises:
        Refused: XML of a kind that is not read.
    """
    head = text[:_HEAD]
    if head.lstrip()[:1] in {"{", "["} and (_JSON_NAME.search(hints) or _is_json(text)):
        return "json"
    if _PAGE.match(head):
        return "html"
    if _XML.match(head):
        if newsml.is_wire(head):
            return "newsml"
        raise Refused(
            "XML feeds and documents are not read, but NewsML and NITF are: upload the article's html or text."
        )
    return "html" if _STARTS_WITH_TAG.match(head) or (_HTML_NAME.search(hints) and _TAG.search(head)) else None


def kind_of(text: str, name: str, content_type: str | None = None) -> Format:
    """The format that the text itself shows; ``name`` and ``content_type`` decide where it shows none.

    Raises:
        Refused: The text is XML of a kind that is not read.
    """
    hints = f"{content_type} {name}".lower()
    markup = _marked_up(text, hints)
    if markup:
        return markup
    return "md" if _MARKDOWN_NAME.search(hints) or markdown.looks(text[:_HEAD]) else "txt"
