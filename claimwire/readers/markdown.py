"""Markdown: prose and subheads by markdown-it; links keep their words, code and raw html are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimwire.errors import Refused
from claimwire.readers import dates, meta
from claimwire.readers.characters import strip_unwanted, tidy
from claimwire.readers.draft import Draft, Line
from claimwire.readers.limits import check_text
from claimwire.readers.noted import noted

if TYPE_CHECKING:
    from markdown_it.token import Token

_LONGEST = 200_000  # characters: markdown-it is quadratic in unclosed brackets, and needs 1 s for as many of them
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]{2,20}):[ \t]*(\S.{0,999})$", re.MULTILINE)
_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\]\((?:https?://|/|#)[^\s()]{1,500}\)"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])"),
)
_NAMES = {
    "title": ("title", "headline"),
    "byline": ("author", "byline", "authors"),
    "published": ("date", "published", "pubdate"),
    "site": ("site", "source", "publisher"),
    "url": ("url", "canonical", "canonical_url", "link"),
    "language": ("lang", "language"),
}


def looks(head: str) -> bool:
    """Whether a text without a telling name shows two of markdown's own signs."""
    return bool(_FRONT.match(head)) or sum(bool(sign.search(head)) for sign in _SIGNS) > 1


def _fields(front: str) -> dict[str, str]:
    """The plain fields of a front matter; lists and nested ones are passed over."""
    found = {name.lower(): value.strip("\"' \t[]") for name, value in _FIELD.findall(front)}
    return {ours: found[name] for ours, names in _NAMES.items() for name in names if found.get(name)}


def _words(children: Iterable[Token]) -> Iterator[str]:
    for token in children:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield "\n"


def _inline(token: Token) -> str:
    return tidy("".join(_words(token.children or [])))


def _lines(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    """The tag around each piece of text, and the text."""
    tag = ""
    for token in tokens:
        if token.nesting == 1:
            tag = token.tag
        elif token.type == "inline" and (text := _inline(token)):
            yield tag, text


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    try:
        return MarkdownIt("commonmark").enable("table").parse(text)
    except RecursionError as fault:
        raise Refused("The markdown is nested too deeply: upload the article as plain text.") from fault


def read(text: str) -> Draft:
    """The prose of a markdown file; the first heading of the first rank is the title, unless the front matter has one.

    Raises:
        Refused: The file is too long.
    """
    text = "\n".join(text.splitlines())
    check_text(len(text))
    if len(text) > _LONGEST:
        raise Refused(f"The markdown has {len(text):,} characters; at most {_LONGEST:,} are read: split it.")
    front = _FRONT.match(text)
    told = _fields(front[1]) if front else {}
    found = list(_lines(_tokens(strip_unwanted(text[front.end() :] if front else text))))
    title = meta.field(told.get("title")) or next((meta.field(line) for tag, line in found if tag == "h1"), None)
    kept = [(tag, line) for tag, line in found if (tag, line) != ("h1", title)]
    return Draft(
        format="md",
        lines=tuple(Line(line, number, heading=tag[:1] == "h") for number, (tag, line) in enumerate(kept, 1)),
        title=title,
        byline=meta.field(told.get("byline")),
        published=dates.iso(told.get("published")),
        site=meta.field(told.get("site")),
        url=meta.address(told.get("url")),
        declared_language=meta.language(told.get("language")),
        notes=noted(text),
    )
