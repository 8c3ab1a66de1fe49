"""Readers of web pages, ours and the peers', behind one callable. A peer that is not installed is left out."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import Struct

from claimwire.errors import Refused
from claimwire.readers import read


class Page(Struct, frozen=True):
    """What a system makes of a page; ``date`` begins with the day (ISO 8601)."""

    text: str = ""
    title: str = ""
    date: str = ""
    author: str = ""
    language: str = ""


System = Callable[[bytes], Page]


def claimwire(data: bytes) -> Page:
    try:
        article = read(data, "page.html", "text/html")
    except Refused:
        return Page()
    title = article.title or ""
    return Page(article.text, title, article.published or "", article.byline or "", article.declared_language or "")


def trafilatura(data: bytes, **settings: Any) -> Page:  # noqa: ANN401  handed on as they are
    from trafilatura import bare_extraction

    found: Any = bare_extraction(data, include_comments=False, with_metadata=True, **settings)
    if found is None:
        return Page()
    return Page(found.text or "", found.title or "", found.date or "", found.author or "", found.language or "")


def newspaper(data: bytes) -> Page:
    import newspaper as newspaper4k

    article: Any = newspaper4k.Article("https://page.example/a/b.html", fetch_images=False)
    article.download(input_html=data.decode("utf-8", errors="replace"))
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else ""
    return Page(article.text, article.title, day, ", ".join(article.authors), article.meta_lang or "")


def readability(data: bytes) -> Page:
    from lxml.html import fromstring
    from readability import Document
    from readability.readability import Unparseable

    document: Any = Document(data.decode("utf-8", errors="replace"))
    try:
        summary = document.summary()
    except Unparseable:
        return Page()
    text = "\n".join(map(str, fromstring(summary).itertext())) if summary.strip() else ""
    return Page(text, document.short_title())


SYSTEMS: dict[str, tuple[str, System]] = {
    "claimwire": ("claimwire", claimwire),
    "trafilatura": ("trafilatura", trafilatura),
    "  precision": ("trafilatura", partial(trafilatura, favor_precision=True)),
    "  recall": ("trafilatura", partial(trafilatura, favor_recall=True)),
    "  fast": ("trafilatura", partial(trafilatura, fast=True)),
    "newspaper4k": ("newspaper", newspaper),
    "readability-lxml": ("readability", readability),
}
"""Name in the table: the module that must be installed, and the callable."""


def present() -> dict[str, System]:
    """The systems that are installed."""
    return {name: system for name, (module, system) in SYSTEMS.items() if importlib.util.find_spec(module)}
