"""The memory as TMX 1.4, the exchange format of translators' tools (LISA/GALA, 2005), and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.models import HUMAN, Remembered
from claimwire.version import __version__

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENGINE = "x-engine"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})  # inline elements that hold a format's own markup, not words
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="claimwire" creationtoolversion='
    f'"{__version__}" segtype="sentence" o-tmf="claimwire" adminlang="en" srclang="*all*" datatype="plaintext"/>\n<body>\n'
)


class Unit(NamedTuple):
    """One text and its translation by a person."""

    source: str
    target: str
    text: str
    said: str


def written(rows: Iterable[Remembered]) -> Iterator[str]:
    """The file, a piece at a time."""
    yield _HEAD
    for each in rows:
        sides = _side(each.source, each.text) + _side(each.target, each.row.text)
        engine = f'<prop type="{_ENGINE}">{_words(each.row.engine)}</prop>'
        yield f"<tu srclang={quoteattr(each.source)}>{engine}{sides}</tu>\n"
    yield "</body>\n</tmx>\n"


def units(data: bytes) -> list[Unit]:
    """What people translated, from the unit's source language into each of its others; what a machine did is passed over.

    Raises BadSetting for what is no TMX, or a language that nobody knows, with its line.
    """
    tree = _tree(data)
    header = tree.find("header")
    fallback = header.get("srclang", "") if header is not None else ""
    return [unit for tu in tree.iter("tu") if _by_people(tu) for unit in _of(tu, fallback)]


def _side(language: str, text: str) -> str:
    return f"<tuv xml:lang={quoteattr(language)}><seg>{_words(text)}</seg></tuv>"


def _words(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _tree(data: bytes) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise BadSetting(f"no TMX file: {fault}") from fault
    if tree.tag != "tmx":
        raise BadSetting(f"no TMX file: it begins with {tree.tag}")
    return tree


def _by_people(tu: Element) -> bool:
    engines = [prop.text for prop in tu.iter("prop") if prop.get("type") == _ENGINE]
    return engines in ([], [HUMAN])


def _of(tu: Element, fallback: str) -> Iterator[Unit]:
    sides = [(_code(tuv), _text(tuv.find("seg"))) for tuv in tu.iter("tuv")]
    wanted = tu.get("srclang") or fallback
    base = codes.base(wanted.lower()) if wanted not in ("", "*all*") else ""
    source = next((side for side in sides if base and codes.base(side[0]) == base), sides[0] if sides else None)
    for side in sides:
        if source and side is not source and side[1] and source[1] and not codes.same(side[0], source[0]):
            yield Unit(source[0], side[0], source[1], side[1])


def _code(tuv: Element) -> str:
    try:
        return codes.canonical(str(tuv.get(_LANGUAGE) or tuv.get("lang") or ""))
    except BadSetting as error:
        raise BadSetting(f"line {tuv.sourceline}: {error}") from error


def _text(element: Element | None) -> str:
    """The words of a segment, without codes of formats."""
    if element is None:
        return ""
    inside = [("" if child.tag in _CODES else _text(child)) + (child.tail or "") for child in element]
    return (element.text or "") + "".join(inside)
