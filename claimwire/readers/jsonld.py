"""schema.org's NewsArticle, as pages carry it in JSON-LD: found in graphs, lists and nested objects."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from claimwire.readers import dates, meta
from claimwire.readers.characters import tidy

_KIND = re.compile(r"(?:^|[/:])\w*(?:Article|BlogPosting|LiveBlogPosting|Review|Report)$")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")  # where an article may lie
_DEEPEST = 6
_MOST = 2000  # objects looked at; a page's graph has some 30
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|"
    r"(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/|;)\s*;?\s*$"
)
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af|autor|autorin|author)[:\s]\s*(?=\w)", re.IGNORECASE)


class Facts(Struct, frozen=True, kw_only=True):
    """What a page says of itself in one place; ``body`` is the whole text, where it is given too."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    body: str = ""


def parsed(text: str) -> object:
    """The value in a script, or None; raw line breaks inside strings and comment marks around it are forgiven."""
    try:
        return json.loads(_WRAPPER.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects that may be an article, outermost first."""
    level = [value]
    seen = 0
    for _ in range(_DEEPEST):
        flat = [item for each in level for item in (each if isinstance(each, list) else [each])]
        found = [item for item in flat if isinstance(item, dict)][: max(0, _MOST - seen)]
        seen += len(found)
        yield from found
        level = [item[key] for item in found for key in _INSIDE if isinstance(item.get(key), dict | list)]


def is_article(value: Mapping[str, Any]) -> bool:
    """Whether ``@type`` names an article of some kind."""
    kinds = value.get("@type")
    return any(isinstance(kind, str) and _KIND.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def name(value: object) -> str | None:
    """A text, or the name of the thing or the things."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = dict.fromkeys(found for item in value if not isinstance(item, list) and (found := name(item)))
        return meta.field(", ".join(names))
    return meta.field(meta.unescaped(value)) if isinstance(value, str) else None


def author(value: object) -> str | None:
    """Names without the word before them; a profile's address is no name."""
    found = name(value)
    return None if not found or meta.address(found) else _BY.sub("", found)


def _url(value: Mapping[str, Any]) -> str | None:
    page = value.get("mainEntityOfPage")
    places = (value.get("url"), page.get("@id") if isinstance(page, dict) else page, value.get("@id"))
    return next((url for place in places if isinstance(place, str) and (url := meta.address(place))), None)


def facts(value: Mapping[str, Any]) -> Facts:
    """The fields of an article object."""
    body, language = value.get("articleBody"), value.get("inLanguage")
    return Facts(
        title=name(value.get("headline")) or name(value.get("name")),
        byline=author(value.get("author")) or author(value.get("creator")),
        published=dates.iso(value.get("datePublished")) or dates.iso(value.get("dateCreated")),
        site=name(value.get("publisher")),
        url=_url(value),
        language=meta.language(name(language)),
        body=html.unescape(body) if isinstance(body, str) and tidy(body[:2000]) else "",
    )
