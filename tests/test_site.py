"""A folder of results as pages: they open from disk, lead to one another and to the digests; only what changed is written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bench.structure import ROOT
from claimwire import layout
from claimwire.foldershelf import FolderShelf
from claimwire.overview import site
from tests.boards import NOON, entry, put, said
from tests.house import House
from tests.pages import Page

DAY = 86_400


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "out"


def write(root: Path) -> site.Site:
    made = site.write(root)
    assert made is not None
    return made


def files(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix() for path in [root / "index.html", *root.glob("pages/*")] if path.is_file()
    }


def page(root: Path, name: str = "index.html") -> Page:
    return Page((root / name).read_text("utf-8"))


def test_every_link_leads_to_a_file(tmp_path: Path) -> None:
    house = House(tmp_path, ("pt", "es"))
    for number in range(3):
        house.upload(b"Ana Lima said the bridge would open in May, no %d." % number, f"{number}.txt")
    write(house.results.root)
    names = files(house.results.root)
    assert {"index.html", "pages/es.html", "pages/en.speakers.html"} <= names
    for name in names:
        hrefs = [urlsplit(href) for href in page(house.results.root, name).values("//a/@href")]
        targets = [(house.results.root / name).parent / each.path for each in hrefs if each.path]
        assert targets
        assert [target for target in targets if not target.is_file()] == []
        assert not [each for each in hrefs if each.scheme or each.netloc or each.query]
    assert all(href.startswith("results/") for href in page(house.results.root).values("//h3/a/@href"))


def test_what_did_not_change_is_not_written_again(root: Path) -> None:
    shelf = FolderShelf(root)
    put(shelf, *(entry(f"{n}", NOON - n * DAY) for n in range(20)))
    first = write(root)
    assert (first.pages, first.written) == (24, 24)  # the newest twice, twenty days, the speakers, Ana Lima
    times = {name: (root / name).stat().st_mtime_ns for name in files(root)}
    assert write(root).written == 0
    put(shelf, entry("more", NOON - 10 * DAY, said("No.", "Rui Costa")))
    assert write(root).written == 3  # that day, and the newest; the speakers are of the last seven days
    changed = {name for name in files(root) if times[name] != (root / name).stat().st_mtime_ns}
    assert changed == {"index.html", "pages/pt.html", "pages/pt.2027-01-04.html"}
    (root / "pages/pt.2027-01-04.html").unlink()
    assert write(root).written == 1


def test_what_goes_takes_its_pages_along(root: Path) -> None:
    shelf = FolderShelf(root)
    put(shelf, entry("kept"), entry("gone", NOON - DAY))
    write(root)
    for key in [key for key in shelf.list("index/") if layout.article_id("bucket", "gone") in key]:
        shelf.delete(key)
    write(root)
    assert files(root) == {"index.html", "pages/pt.html", "pages/pt.2027-01-14.html", "pages/pt.speakers.html"}
    assert "gone" not in (root / "index.html").read_text()
    for key in list(shelf.list("index/")):
        shelf.delete(key)
    assert write(root).pages == 0
    assert files(root) == set()


def test_a_busy_day_has_pages_that_hold_everything_once(root: Path) -> None:
    put(FolderShelf(root), *(entry(f"no {n:03}", NOON - n) for n in range(230)))
    write(root)
    names = ["pages/pt.2027-01-14.html", "pages/pt.2027-01-14.2.html", "pages/pt.2027-01-14.3.html"]
    titles = [title for name in names for title in page(root, name).values("//h3/a//text()")]
    assert titles == [f"no {n:03}" for n in range(230)]
    assert page(root, names[0]).text("//output") == "Artigos: 100 de 230"
    assert page(root, names[0]).values("//a[@rel='next']/@href") == ["pt.2027-01-14.2.html"]


def test_who_says_more_than_the_speakers_page_holds_has_pages_of_their_own(root: Path) -> None:
    often = [entry(f"no {n:02}", NOON - n, said(f"Word {n:02}.", "Ana Lima")) for n in range(50)]
    put(FolderShelf(root), *often, *(entry(f"r{n}", NOON - n, said("No.", "Rui Costa")) for n in range(4)))
    write(root)
    [own] = page(root, "pages/pt.speakers.html").values(
        "//main//h2//a/@href"
    )  # four of Rui Costa's stand there already
    assert own == f"pt.speaker.{layout.speaker_mark('Ana Lima')}.html"
    first = page(root, f"pages/{own}")
    [older] = first.values("//a[@rel='next']/@href")
    second = page(root, f"pages/{older}")
    words = [word for each in (first, second) for word in each.values("//main//span[@class='words']//text()")]
    assert words == [f"Word {n:02}." for n in range(50)]
    assert second.values("//a[@rel='prev']/@href") == [own]
    assert "pt.speakers.html" in first.values("//nav//a/@href")
    assert write(root).written == 0
    put(FolderShelf(root), entry("r9", NOON - 9, said("Never.", "Rui Costa")))
    write(root)
    assert len(page(root, "pages/pt.speakers.html").values("//main//h2//a/@href")) == 2


def test_the_first_page_is_in_the_language_of_most_articles(root: Path) -> None:
    here = entry("a", language="en", source_language="en", files=("digest.json", "digest.en.html"))
    put(FolderShelf(root), here, entry("a"))
    write(root)
    assert page(root).values("//html/@lang") == ["pt"]  # of equals that into which others were translated
    put(FolderShelf(root), entry("b", language="en", source_language="en"))
    write(root)
    assert page(root).values("//html/@lang") == ["en"]


def test_no_results_no_pages(root: Path) -> None:
    assert site.write(root) is None
    assert not root.exists()


def test_a_spoilt_record_of_pages_is_begun_anew(root: Path) -> None:
    put(FolderShelf(root), entry("a"))
    write(root)
    (root / site.KEPT).write_text("{")
    assert write(root).written == 4
    assert write(root).written == 0


def test_the_command_writes_them_and_says_where(root: Path) -> None:
    put(FolderShelf(root), entry("a"))

    def told(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "claimwire", "pages", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    first, again, nowhere = told(str(root), "--json"), told(str(root)), told(str(root / "pages"))
    assert json.loads(first.stdout) == {"first": str(root / "index.html"), "pages": 4, "written": 4, "feeds": 0}
    assert again.stdout == f"{root / 'index.html'}  (4 pages, 0 written)\n"
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "holds no results: name the folder that claimwire run wrote to" in nowhere.stderr
