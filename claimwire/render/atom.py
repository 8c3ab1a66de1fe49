"""Entries -> an Atom feed (RFC 4287): made by an XML library, so that no title or claim can end an element."""

from __future__ import annotations

import re
import uuid
from xml.etree import ElementTree as ET

from msgspec import Struct

from claimwire import codes
from claimwire.render.wording import KINDS

TYPE = "application/atom+xml; charset=utf-8"
_ATOM, _XML = "http://www.w3.org/2005/Atom", "http://www.w3.org/XML/1998/namespace"
_NEVER = "1970-01-01T00:00:00Z"  # a feed without entries has to name a time, and ours has no clock
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


class Saying(Struct, frozen=True, kw_only=True):
    """A claim in a feed."""

    text: str
    how: str
    speaker: str | None = None


class Item(Struct, frozen=True, kw_only=True):
    """An article in a feed; ``name`` (32 hexadecimal digits) stays the same when a new version comes."""

    name: str
    title: str
    updated: str
    url: str
    author: str | None = None
    speakers: tuple[str, ...] = ()
    claims: tuple[Saying, ...] = ()
    notes: tuple[str, ...] = ()


class Feed(Struct, frozen=True, kw_only=True):
    """A page of a feed; ``following`` is the next one's URL, ``page`` that of the same for people."""

    name: str
    title: str
    language: str
    url: str
    items: tuple[Item, ...]
    following: str | None = None
    page: str | None = None


def render(feed: Feed) -> bytes:
    """The feed as XML in UTF-8."""
    root = ET.Element("feed", {"xmlns": _ATOM, f"{{{_XML}}}lang": feed.language})
    _add(root, "id", _urn(feed.name))
    _add(root, "title", feed.title)
    _add(root, "updated", max((item.updated for item in feed.items), default=_NEVER))
    _add(_add(root, "author"), "name", "claimwire")
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.url)
    if feed.page:
        _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    if feed.following:
        _add(root, "link", rel="next", href=feed.following)
    for item in feed.items:
        _entry(root, item, feed.language)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _entry(root: ET.Element, item: Item, language: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", _urn(item.name))
    _add(entry, "title", item.title)
    _add(entry, "updated", item.updated)
    _add(entry, "link", rel="alternate", type="text/html", href=item.url)
    if item.author:
        _add(_add(entry, "author"), "name", item.author)
    for speaker in item.speakers:
        _add(entry, "category", term=speaker)
    _add(entry, "content", _content(item, language), type="html")


def _content(item: Item, language: str) -> str:
    """The claims as HTML, itself text in the feed."""
    root = ET.Element("div", {"lang": language, "dir": "rtl" if codes.right_to_left(language) else "ltr"})
    claims = _add(root, "ol")
    for saying in item.claims:
        line = _add(claims, "li")
        name = _add(line, "b", saying.speaker or "")
        name.tail = f" ({KINDS.get(saying.how, saying.how)}): {_legal(saying.text)}"
    for note in item.notes:
        _add(root, "p", note)
    return ET.tostring(root, encoding="unicode", method="html")


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, {name: _legal(value) for name, value in attributes.items()})
    child.text = _legal(text) or None
    return child


def _legal(text: str) -> str:
    return _NO_XML.sub("", text)


def _urn(name: str) -> str:
    return uuid.UUID(name).urn
