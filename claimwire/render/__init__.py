"""Digest -> files for people: pages, summaries, texts. Links are handed in."""

from __future__ import annotations

from claimwire.capabilities import Links
from claimwire.models import Digest
from claimwire.render import markdown, page, text
from claimwire.render.wording import View, views

HTML, MARKDOWN, TEXT, JSON = (
    "text/html; charset=utf-8",
    "text/markdown; charset=utf-8",
    "text/plain; charset=utf-8",
    "application/json",
)
TYPES = {".html": HTML, ".md": MARKDOWN, ".txt": TEXT, ".json": JSON}


def files(digest: Digest, link: Links) -> dict[str, bytes]:
    """Every rendering of a digest by file name, as UTF-8; ``digest.json`` itself is not among them."""
    return {name: body.encode() for view in views(digest) for name, body in _of(view, link)}


def names(digest: Digest) -> tuple[str, ...]:
    """The names of those files, without rendering them."""
    return tuple(name for view in views(digest) for name in _names(view))


def content_type(file: str) -> str:
    """The content type of a result file, by its ending."""
    return TYPES["." + file.rpartition(".")[2]]


def _of(view: View, link: Links) -> list[tuple[str, str]]:
    makers = {
        "html": lambda: page.render(view, link),
        "md": lambda: markdown.render(view),
        "txt": lambda: text.render(view),
    }
    return [(name, makers[name.rpartition(".")[2]]()) for name in _names(view)]


def _names(view: View) -> list[str]:
    names = [f"digest.{view.language}.html"]
    if view.digest.summary is not None:
        names.append(f"summary.{view.language}.md")
    if view.whole:
        names.append(f"article.{view.language}.txt")
    return names


__all__ = ["View", "content_type", "files", "names", "views"]
