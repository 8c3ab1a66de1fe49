"""The wires' XML: NewsML-G2 with its article inside (as NITF, html or plain text), and NITF by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimwire.errors import Refused
from claimwire.readers import dates, meta, xmltext
from claimwire.readers.draft import Draft, Line, numbered
from claimwire.readers.noted import noted
from claimwire.readers.xmltext import Kinds, local, text_of, under

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHAT = "The NewsML or NITF file"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"})
_KINDS = Kinds(
    blocks=_HEADINGS | {"p", "li", "dt", "dd", "td", "th", "blockquote", "bq", "div", "block", "byline", "dateline"},
    headings=_HEADINGS,
    silent=frozenset({"head", "script", "style", "media", "figure", "img", "object", "credit", "title", "body.end"}),
    spaces=frozenset({"br"}),
)
_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:newsItem|newsMessage|nitf)\b")


def is_wire(text: str) -> bool:
    """Whether the head of an XML document names one of these formats."""
    return bool(_ROOT.search(text))


def _item(tree: Element) -> Element:
    """The one item of a message.

    Raises:
        Refused: There are several, or none.
    """
    items = [*under(tree, "newsItem")] or [*under(tree, "nitf")]
    if len(items) != 1:
        raise Refused(f"{_WHAT} holds {len(items)} articles: upload each in a file of its own.")
    return items[0]


def _body(item: Element) -> tuple[Line, ...]:
    """The lines of the article, of its richest form."""
    for names in (("body.content",), ("body",), ("inlineXML",)):
        for element in under(item, *names):
            if found := xmltext.lines(element, _KINDS):
                return found
    text = next(("".join(map(str, each.itertext())) for each in under(item, "inlineData")), "")
    return numbered(text)


def _attribute(item: Element, name: str, *elements: str) -> str | None:
    return next((value for each in under(item, *elements) if (value := each.get(name))), None)


def _published(item: Element) -> str | None:
    texts = (text_of(item, name) for name in ("contentCreated", "versionCreated", "firstCreated"))
    norms = (_attribute(item, "norm", name) for name in ("date.release", "date.issue", "story.date"))
    return next((found for each in (*texts, *norms) if (found := dates.iso(each))), None)


def _language(item: Element) -> str | None:
    declared = _attribute(item, "tag", "language") or _attribute(
        item, "{http://www.w3.org/XML/1998/namespace}lang", local(item)
    )
    return meta.language(declared)


def read(text: str) -> Draft:
    """The article of a NewsML-G2 or NITF file.

    Raises:
        Refused: It is damaged, or holds no article or several.
    """
    item = _item(xmltext.parsed(text, _WHAT))
    return Draft(
        format="newsml",
        lines=_body(item),
        title=meta.field(text_of(item, "headline") or text_of(item, "hl1") or text_of(item, "title")),
        byline=meta.field(text_of(item, "by") or text_of(item, "byline") or text_of(item, "creator")),
        published=_published(item),
        site=meta.field(text_of(item, "provider") or text_of(item, "distributor", "copyrightHolder")),
        declared_language=_language(item),
        notes=noted("".join(map(str, item.itertext()))),
    )
