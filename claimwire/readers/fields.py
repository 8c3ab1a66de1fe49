"""The names under which news APIs, ninjs and schema.org keep an article's fields, and how a value becomes a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimwire.readers import dates, meta

BODY = (
    "body_xhtml", "body_html", "bodyHtml", "body", "bodies", "articleBody", "body_text", "bodyText", "full_text",
    "fulltext", "full_content", "text", "content", "contents", "maintext", "content_html", "content_text",
)  # fmt: skip
TITLE = ("headline", "headlines", "title", "webTitle", "name")
BYLINE = ("byline", "bylines", "by", "author", "authors", "creator", "creators")
PUBLISHED = (
    "published", "publishedAt", "published_at", "publishDate", "publish_date", "datePublished", "date_published",
    "pubDate", "pub_date", "webPublicationDate", "firstcreated", "contentcreated", "versioncreated", "created_at",
    "dateTimePub", "timestamp", "date",
)  # fmt: skip
SITE = (
    "source",
    "site",
    "publisher",
    "site_name",
    "source_name",
    "provider",
    "infosources",
    "copyrightholder",
    "domain",
)
URL = ("url", "link", "web_url", "webUrl", "canonical", "canonical_url", "article_url", "uri")
LANGUAGE = ("language", "lang", "inLanguage", "language_code")
_INSIDE = (
    "rendered",
    "name",
    "text",
    "value",
    "title",
    "url",
    "main",
    "original",
    "html",
    "content",
)  # wrapped strings
_MAIN = ("main", "body", "full", "headline", "article")  # roles of ninjs 2


def _chosen(forms: list[Any]) -> object:
    """Of the forms of one thing that ninjs 2 lists, the main one, html before text; other lists stay as they are."""
    told = [form for form in forms if isinstance(form, dict) and isinstance(form.get("value"), str)]
    if not told or len(told) < len(forms) or not any("role" in form or "contenttype" in form for form in told):
        return forms
    main = [form for form in told if str(form.get("role", "main")).rpartition(":")[2].lower() in _MAIN] or told
    return next((form for form in main if "html" in str(form.get("contenttype", ""))), main[0])


def string(value: object, joint: str = ", ") -> str:
    """A text; of an object its text or name; of a list all of them, joined."""
    if isinstance(value, list):
        value = _chosen(value)
    if isinstance(value, dict):
        return next((string(value[key], joint) for key in _INSIDE if isinstance(value.get(key), str)), "")
    if isinstance(value, list):
        return joint.join(part for item in value if not isinstance(item, list) and (part := string(item)))
    return value if isinstance(value, str) else ""


def _all(article: Mapping[str, Any], names: tuple[str, ...], joint: str = ", ") -> Iterator[str]:
    return (text for name in names if (text := string(article.get(name), joint)).strip())


def first(article: Mapping[str, Any], names: tuple[str, ...], joint: str = ", ") -> str | None:
    """The first of these fields that has a text."""
    return next(_all(article, names, joint), None)


def published(article: Mapping[str, Any]) -> str | None:
    """The first time that can be parsed; else the first that is given."""
    given = (article.get(name) for name in PUBLISHED)
    return next((found for each in given if (found := dates.iso(each))), meta.field(first(article, PUBLISHED)))


def url(article: Mapping[str, Any]) -> str | None:
    """The first absolute address."""
    return next((found for each in _all(article, URL) if (found := meta.address(each))), None)
