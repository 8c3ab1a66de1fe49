"""What mkdocs asks of us while it builds the site (mkdocs.yml): pages of the checkout that are not in docs/, and links that leave docs/.

A link is written as it works in the checkout. In the site README.md is the first page, its like are under ``project/``, and any other file
that a page links to lies under ``checkout/``, so that the site needs nothing but itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
PAGES = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "project/architecture.md",
    "CHANGELOG.md": "project/changelog.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "examples/README.md": "project/examples.md",
}
_ORIGINS = {site: own for own, site in PAGES.items()}
_FENCED = re.compile(r"^```.*?^```\n?", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?(?=\))")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A folder in nav stands for the pages in it."""
    nav: list[dict[str, Any]] = config.nav or []
    config.nav = [entry for entry in map(_expanded, nav) if all(entry.values())]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Pages that are not in docs/, and whatever files a page links to outside docs/."""
    for own, site in PAGES.items():
        files.append(File.generated(config, site, abs_src_path=str(ROOT / own)))
    linked = {target for page in files.documentation_pages() for target in _targets(page)}
    for target in sorted(linked):
        if target.startswith("checkout/"):
            path = ROOT / target.removeprefix("checkout/")
            if path.is_file():
                files.append(File.generated(config, target, content=path.read_bytes()))
    return files


def on_page_markdown(markdown: str, page: Page, **_more: object) -> str:
    """The page with its links as they work in the site."""
    return relinked(markdown, page.file.src_uri)


def relinked(markdown: str, site: str) -> str:
    """``markdown`` of the page at ``site``, its links from one place of the site to another; code is left alone."""
    here = posixpath.dirname(site)

    def link(found: re.Match[str]) -> str:
        return posixpath.relpath(_in_site(site, found[1]), here or ".") + (found[2] or "")

    return outside_code(markdown, lambda text: _LINK.sub(link, text))


def outside_code(markdown: str, change: Callable[[str], str]) -> str:
    """``markdown`` with ``change`` made to all but its fenced blocks."""
    blocks = _FENCED.findall(markdown)
    pieces = [change(piece) for piece in _FENCED.split(markdown)]
    return "".join(text for pair in zip(pieces, [*blocks, ""], strict=True) for text in pair)


def _targets(page: File) -> Iterable[str]:
    text = _FENCED.sub("", page.content_string)
    return (_in_site(page.src_uri, found[1]) for found in _LINK.finditer(text))


def _in_site(site: str, target: str) -> str:
    """Where a page's link leads in the site."""
    origin = _ORIGINS.get(site, f"docs/{site}")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(origin), target))
    if (ROOT / path).is_dir():
        path = f"{path}/README.md"
    return PAGES.get(path) or (path.removeprefix("docs/") if path.startswith("docs/") else f"checkout/{path}")


def _expanded(entry: dict[str, Any]) -> dict[str, Any]:
    return {title: _pages(inside) if str(inside).endswith("/") else inside for title, inside in entry.items()}


def _pages(folder: str) -> list[str]:
    found = sorted((ROOT / "docs" / folder).glob("*.md"), key=lambda path: (path.stem != "README", path.name))
    return [f"{folder}{path.name}" for path in found]
