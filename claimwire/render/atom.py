"""Entries -> an Atom feed (RFC 4287): made by an XML library, so that no title or claim can end an element."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as ET

from msgspec import Struct

from claimwire import codes
from claimwire.render import saying
from claimwire.render.saying import legal
from claimwire.render.words import words

TYPE = "application/atom+xml; charset=utf-8"
_ATOM, _XML = "http://www.w3.org/2005/Atom", "http://www.w3.org/XML/1998/namespace"
_NEVER = "1970-01-01T00:00:00Z"  # a feed without entries has to name a time, and ours has no clock


class Item(Struct, frozen=True, kw_only=True):
    """An article in a feed; ``name`` (32 hexadecimal digits) stays the same when a new version comes.

    ``written`` is the language that title, claims and caveats are in, where that is not the feed's.
    """

    name: str
    title: str
    updated: str
    url: str
    author: str | None = None
    speakers: tuple[str, ...] = ()
    written: str = ""
    claims: tuple[saying.Saying, ...] = ()
    notes: tuple[saying.Note, ...] = ()


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
    _add(root, "title", feed.title, **_lang(words(feed.language).code, feed.language))
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
    _add(entry, "title", item.title, **_lang(item.written or language, language))
    _add(entry, "updated", item.updated)
    _add(entry, "link", rel="alternate", type="text/html", href=item.url)
    if item.author:
        _add(_add(entry, "author"), "name", item.author)
    for speaker in item.speakers:
        _add(entry, "category", term=speaker)
    _add(entry, "content", saying.html(language, item.written or language, item.claims, item.notes), type="html")


def _lang(code: str, around: str) -> dict[str, str]:
    """What says that an element is in another language than what it stands in."""
    return {} if codes.base(code) == codes.base(around) else {f"{{{_XML}}}lang": code}


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, {name: legal(value) for name, value in attributes.items()})
    child.text = legal(text) or None
    return child


def _urn(name: str) -> str:
    return uuid.UUID(name).urn
