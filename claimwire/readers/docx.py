"""Word documents: the paragraphs of the body in order, headings by their style, properties as metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.errors import Refused
from claimwire.readers import dates, meta, xmltext
from claimwire.readers.draft import Draft
from claimwire.readers.noted import noted
from claimwire.readers.xmltext import Kinds
from claimwire.readers.zipped import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHAT = "The Word document"
# Deleted text, field codes, and the second rendering of each drawing are in the tree too, and are not what people see.
_SILENT = frozenset({"delText", "delInstrText", "instrText", "Fallback", "pPr", "rPr", "sectPr", "posOffset", "align"})
_KINDS = Kinds(frozenset({"p"}), frozenset(), _SILENT, frozenset({"tab", "br", "cr"}))
_HEADING = (
    "heading",
    "title",
    "berschrift",
    "titre",
    "titolo",
    "ttulo",
    "kop",
    "rubrik",
    "nagwek",
)  # as Word names ids


def _properties(paragraph: Element) -> Element | None:
    return next((child for child in paragraph if xmltext.local(child) == "pPr"), None)


def _style(paragraph: Element) -> str:
    properties = _properties(paragraph)
    found = next(xmltext.under(properties, "pStyle"), None) if properties is not None else None
    return str(next(iter(found.attrib.values()), "")).lower() if found is not None else ""


def _is_heading(paragraph: Element) -> bool:
    style = _style(paragraph)
    return "subtitle" not in style and any(word in style for word in _HEADING)


def _title(tree: Element, declared: str | None) -> str | None:
    """The paragraph in the style Title, else the property, which is often a template's."""
    styled = (each for each in xmltext.under(tree, "p") if _style(each) in {"title", "titel", "titre", "titolo"})
    first = next(styled, None)
    styled_text = "".join(line.text for line in xmltext.lines(first, _KINDS)) if first is not None else ""
    return meta.field(styled_text) or meta.field(declared)


def read(data: bytes) -> Draft:
    """The article of a docx file.

    Raises:
        Refused: It is encrypted, damaged, too large, or no document.
    """
    package = Package(data, _WHAT)
    source = package.text("word/document.xml")
    if source is None:
        raise Refused(f"{_WHAT} has no main part: save it again, or upload the article as text or html.")
    tree = xmltext.parsed(source, _WHAT)
    properties = xmltext.parsed(package.text("docProps/core.xml") or "<none/>", _WHAT)
    return Draft(
        format="docx",
        lines=xmltext.lines(tree, _KINDS, _is_heading),
        title=_title(tree, xmltext.text_of(properties, "title")),
        byline=meta.field(xmltext.text_of(properties, "creator")),
        published=dates.iso(xmltext.text_of(properties, "created")),
        declared_language=meta.language(xmltext.text_of(properties, "language")),
        notes=noted("".join(map(str, tree.itertext()))),
    )
