"""The docs as a site: built without a warning, whole, and with nothing loaded from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from infra import docs_site
from tests.commandline import ROOT
from tests.pages import Page, from_markdown

TAGS = ("table", "tr", "li", "pre", "h2", "h3", "img")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


def built(path: Path) -> Page:
    return Page(path.read_text())


def test_every_page_is_in_the_site_and_in_its_table_of_contents(site: Path) -> None:
    listed = {link.partition("#")[0] for link in built(site / "index.html").values("//nav//a/@href")}
    for path in (ROOT / "docs").rglob("*.md"):
        own = path.relative_to(ROOT / "docs").with_suffix(".html").as_posix().replace("README.html", "index.html")
        assert (site / own).is_file()
        assert own in listed


@pytest.mark.parametrize(
    "page", ["README.md", "docs/commands.md", "docs/engines.md", "docs/first-use.md", "docs/subscribe.md"]
)
def test_a_page_has_what_its_markdown_has(page: str, site: Path) -> None:
    path = ROOT / page
    own = site / (docs_site.PAGES.get(page) or page.removeprefix("docs/"))
    found = built(own.with_suffix(".html")).all("//div[@itemprop='articleBody']")[0]
    wanted = from_markdown(path.read_text()).tags()
    assert {tag: len(found.findall(f".//{tag}")) for tag in TAGS} == {tag: wanted[tag] for tag in TAGS}


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = built(path)
        loaded = page.values("//@src | //link[@rel != 'canonical']/@href | //@srcset")
        assert [url for url in loaded if re.match(r"([a-z]+:)?//", url)] == [], path
    for path in site.rglob("*.css"):
        assert re.findall(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//[^)]*", path.read_text()) == [], path


def test_every_link_inside_leads_to_a_file(site: Path) -> None:
    for path in site.rglob("*.html"):
        for link in built(path).values("//a/@href"):
            target = link.partition("#")[0]
            if target and not re.match(r"[a-z]+:|/", link) and path.name != "404.html":
                assert (path.parent / target).exists(), (path, link)


def test_links_in_code_stay_as_they_are() -> None:
    text = "[a](../README.md#start)\n\n```\n[b](../README.md)\n```\n\n[c](decisions/) [d](../infra/key.yml) [e](https://x.example/y.md)\n"
    assert docs_site.relinked(text, "faq.md") == (
        "[a](index.md#start)\n\n```\n[b](../README.md)\n```\n\n[c](decisions/README.md) [d](checkout/infra/key.yml)"
        " [e](https://x.example/y.md)\n"
    )
