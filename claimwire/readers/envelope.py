"""One article as a JSON object, under the field names that news APIs use."""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec.structs import replace

from claimwire.errors import Refused
from claimwire.readers import html, meta
from claimwire.readers.draft import Draft, numbered

_BODY = ("body", "articleBody", "body_text", "bodyText", "body_html", "full_text", "text", "content", "maintext")
_TITLE = ("title", "headline", "name")
_BYLINE = ("byline", "author", "authors", "creator")
_PUBLISHED = ("published", "publishedAt", "published_at", "datePublished", "date_published", "pubDate", "date")
_SITE = ("source", "site", "publisher", "site_name")
_URL = ("url", "link", "canonical", "canonical_url")
_LANGUAGE = ("language", "lang", "inLanguage")
_WRAPPERS = ("article", "data", "item", "result", "@graph")
_MANY = ("articles", "items", "results", "docs", "entries")
_INSIDE = ("rendered", "name", "text", "value", "title", "url")  # where APIs that wrap their strings keep them
_HTML = re.compile(r"</(?:p|div|li|h[1-6]|blockquote|span|a|strong|em)\s{0,9}>|<(?:p|br)\s{0,9}/?>", re.IGNORECASE)


def _string(value: object, joint: str = ", ") -> str:
    if isinstance(value, dict):
        return next((_string(value[key], joint) for key in _INSIDE if isinstance(value.get(key), str)), "")
    if isinstance(value, list):
        return joint.join(part for item in value if not isinstance(item, list) and (part := _string(item)))
    return value if isinstance(value, str) else ""


def _pick(article: dict[str, Any], names: tuple[str, ...], joint: str = ", ") -> str | None:
    return next((text for name in names if (text := _string(article.get(name), joint)).strip()), None)


def _unwrapped(value: object) -> dict[str, Any]:
    """The object that holds the article.

    Raises:
        Refused: There is none, or more than one.
    """
    if isinstance(value, dict) and not _pick(value, _BODY):
        inner = next((value[key] for key in _WRAPPERS if isinstance(value.get(key), dict | list)), None)
        many = any(isinstance(value.get(key), list) for key in _MANY)
        value = inner if inner is not None else [value, value] if many else value
    if isinstance(value, list):
        held = [item for item in value if isinstance(item, dict) and _pick(item, _BODY)]
        value = held[0] if len(held) == 1 else value
    if isinstance(value, dict):
        return value
    raise Refused("The JSON is not one article object: upload each article as an object of its own, in its own file.")


def _draft(body: str) -> Draft:
    return html.read(f"<html><body><article>{body}</article></body></html>") if _HTML.search(body) else _plain(body)


def _plain(body: str) -> Draft:
    return Draft(format="json", lines=numbered(body))


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise Refused("The file is not valid JSON: mend it, or upload the article's text.") from fault


def read(text: str) -> Draft:
    """The article of a JSON object.

    Raises:
        Refused: It is not valid JSON, not one article object, or has no text.
    """
    article = _unwrapped(_parsed(text))
    body = _pick(article, _BODY, "\n\n")
    if body is None:
        raise Refused(
            f"The JSON object has no article text: put it in a field named {', '.join(_BODY[:3])}, text or content."
        )
    site = meta.field(_pick(article, _SITE))
    return replace(
        _draft(body),
        format="json",
        title=meta.headline(_pick(article, _TITLE), site),
        byline=meta.field(_pick(article, _BYLINE)),
        published=meta.field(_pick(article, _PUBLISHED)),
        site=site,
        url=meta.address(_pick(article, _URL)),
        declared_language=meta.language(_pick(article, _LANGUAGE)),
    )
