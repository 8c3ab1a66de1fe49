"""A glossary as TBX (ISO 30042, in its 2008 and 2019 forms): concepts, each with terms in several languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.translators.glossary import Entry
from claimwire.translators.glossary_table import Row

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS, _LANGUAGES = ("termEntry", "conceptEntry"), ("langSet", "langSec")


def concepts(text: str, _suffix: str) -> Iterator[Row]:
    """Every term of every concept, with the first term of each other language; a concept in one language says nothing.

    Raises BadSetting for what is no TBX, or a language that nobody knows, with its line.
    """
    for concept in _under(_tree(text), *_CONCEPTS):
        place = f"line {concept.sourceline}, {concept.get('id') or 'a concept without id'}"
        languages = {_code(section, place): _terms(section) for section in _under(concept, *_LANGUAGES)}
        firsts = {code: terms[0] for code, terms in languages.items() if terms}
        for code, terms in languages.items():
            targets = {other: first for other, first in firsts.items() if other != code}
            yield from (Row(place, Entry(term, targets, language=code)) for term in terms if targets)


def _tree(text: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    if "<!ENTITY" in text:
        raise BadSetting("line 1: it declares XML entities, which are not followed")
    try:
        tree = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise BadSetting(f"line {fault.lineno}: not well-formed XML ({fault.msg})") from fault
    if next(_under(tree, *_CONCEPTS), None) is None:
        raise BadSetting("line 1: no TBX: it has no termEntry and no conceptEntry")
    return tree


def _under(tree: Element, *names: str) -> Iterator[Element]:
    return (each for each in tree.iter() if isinstance(each.tag, str) and each.tag.rpartition("}")[2] in names)


def _terms(section: Element) -> list[str]:
    texts = ["".join(map(str, term.itertext())) for term in _under(section, "term")]
    return [unicodedata.normalize("NFC", " ".join(text.split())) for text in texts if text.strip()]


def _code(section: Element, place: str) -> str:
    try:
        return codes.canonical(section.get(_LANGUAGE) or section.get("lang") or "")
    except BadSetting as fault:
        raise BadSetting(f"{place}: {fault}") from fault
