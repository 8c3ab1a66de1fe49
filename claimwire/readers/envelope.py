"""One article as a JSON object, under the field names that news APIs, ninjs and schema.org use."""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec.structs import replace

from claimwire.errors import Refused
from claimwire.readers import fields, html, meta
from claimwire.readers.draft import Draft, numbered
from claimwire.readers.noted import noted

_WRAPPERS = ("article", "data", "item", "result", "response", "content", "@graph")
_MANY = ("articles", "items", "results", "docs", "entries", "associations")
_HTML = re.compile(r"</(?:p|div|li|h[1-6]|blockquote|span|a|strong|em)\s{0,9}>|<(?:p|br)\s{0,9}/?>", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+(\d{1,9}) chars\]\s*$")  # how a free news API ends a text that it cut


def _body(article: dict[str, Any]) -> str | None:
    return fields.first(article, fields.BODY, "\n\n")


def _unwrapped(value: object) -> dict[str, Any]:
    """The object that holds the article.

    Raises:
        Refused: There is none, or more than one.
    """
    if isinstance(value, dict) and not _body(value):
        inner = next((value[key] for key in _WRAPPERS if isinstance(value.get(key), dict | list)), None)
        lists = [value[key] for key in _MANY if isinstance(value.get(key), list)]
        value = inner if inner is not None else lists[0] if lists else value
    if isinstance(value, list):
        held = [item for item in value if isinstance(item, dict) and _body(item)]
        value = held[0] if len(held) == 1 else value
    if isinstance(value, dict):
        return value
    raise Refused("The JSON is not one article object: upload each article as an object of its own, in its own file.")


def _draft(body: str) -> Draft:
    if _HTML.search(body):
        return html.read(f"<html><body><article>{body}</article></body></html>")
    return Draft(format="json", lines=numbered(body), notes=noted(body))


def _whole(draft: Draft, body: str) -> Draft:
    """The draft, with a note where the API itself has cut the text."""
    cut = _CUT.search(body)
    return (
        replace(draft, notes=(*draft.notes, f"The source cut the text: {cut[1]} characters are missing"))
        if cut
        else draft
    )


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
    body = _body(article)
    if body is None:
        raise Refused(
            "The JSON object has no article text: put it in a field named body, articleBody, text or content."
        )
    site = meta.field(fields.first(article, fields.SITE))
    return replace(
        _whole(_draft(_CUT.sub("", body)), body),
        format="json",
        title=meta.headline(fields.first(article, fields.TITLE), site),
        byline=meta.field(fields.first(article, fields.BYLINE)),
        published=fields.published(article),
        site=site,
        url=fields.url(article),
        declared_language=meta.language(fields.first(article, fields.LANGUAGE)),
    )
