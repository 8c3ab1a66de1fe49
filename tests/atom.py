"""Whether a feed keeps RFC 4287: by a RELAX NG grammar (atom.rng), and by the rules that no grammar can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
from lxml import etree, html

_NS = {"a": "http://www.w3.org/2005/Atom"}
_GRAMMAR = etree.RelaxNG(file=str(Path(__file__).with_suffix(".rng")))


def faults(feed: bytes) -> list[str]:
    """What is wrong with it, a line each; empty for a valid feed that a reader understands."""
    root = etree.fromstring(feed, etree.XMLParser(resolve_entities=False, no_network=True))
    grammar = [] if _GRAMMAR.validate(root) else [f"{each.line}: {each.message}" for each in _GRAMMAR.error_log]
    parsed: Any = feedparser.parse(feed)
    reader = [f"feedparser: {parsed.bozo_exception}"] if parsed.bozo else []
    return [*grammar, *reader, *_beyond(root)]


def _beyond(root: Any) -> Iterator[str]:
    entries = root.xpath("a:entry", namespaces=_NS)
    authored = bool(root.xpath("a:author", namespaces=_NS))
    ids = [str(each) for each in root.xpath("//a:id/text()", namespaces=_NS)]
    yield from (f"the id {name} stands {number} times" for name, number in Counter(ids).items() if number > 1)
    yield from (f"the id {name} is not absolute" for name in ids if not urlsplit(name).scheme)
    if not root.xpath("a:link[@rel='self']", namespaces=_NS):
        yield "no link to itself"
    for entry in entries:
        yield from _of_entry(entry, authored)


def _of_entry(entry: Any, authored: bool) -> Iterator[str]:
    if not authored and not entry.xpath("a:author", namespaces=_NS):
        yield "an entry has no author, nor has the feed"
    alternates = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in entry.xpath("a:link[not(@rel) or @rel='alternate']", namespaces=_NS)
    )
    if any(number > 1 for number in alternates.values()):
        yield "two alternates of one type and language"
    if not alternates and not entry.xpath("a:content", namespaces=_NS):
        yield "neither content nor an alternate"
    for text in entry.xpath("a:content[@type='html']/text() | a:summary[@type='html']/text()", namespaces=_NS):
        if html.fragment_fromstring(text, create_parent=True).xpath(
            ".//script | .//style | .//iframe | .//img | .//@*[starts-with(name(), 'on')]"
        ):
            yield "markup from outside in the content"
