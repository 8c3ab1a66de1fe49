"""Links between README.md, docs/ and their like lead to a file that is there, and to a heading that is in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.commandline import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "examples" / "README.md"])
_PARSER = MarkdownIt("commonmark").enable("table")


def tokens(page: Path) -> list[Token]:
    return [token for each in _PARSER.parse(page.read_text()) for token in (each, *(each.children or ()))]


def links(page: Path) -> list[str]:
    """Where a page leads, but to the web."""
    found = [str(token.attrs.get("href") or token.attrs.get("src") or "") for token in tokens(page)]
    return [link for link in found if link and not re.match(r"[a-z]+:", link)]


@cache
def anchors(page: Path) -> set[str]:
    """Headings as GitHub and the site name them."""
    every = _PARSER.parse(page.read_text())
    headings = [every[place + 1].content for place, token in enumerate(every) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_s_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(target), link


def test_a_broken_link_would_be_found() -> None:
    assert not (ROOT / "docs" / "nowhere.md").exists()
    assert "files" in anchors(ROOT / "docs" / "results.md")
    assert "page.webp" in " ".join(links(ROOT / "README.md"))
