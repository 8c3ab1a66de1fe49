"""Atom feeds of a folder that is served somewhere: valid, found from its pages, followed over changes and a move."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest

from bench.structure import ROOT
from claimwire import layout
from claimwire.errors import BadSetting
from claimwire.foldershelf import FolderShelf
from claimwire.overview import home, site
from tests.atom import faults
from tests.boards import NOON, entry, put, said
from tests.house import STORY, House
from tests.pages import Page
from tests.payloads import hostile, unseen

BASE = "https://news.example/claims/"
DAY = 86_400


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "out"


def write(root: Path, base: str | None = None) -> site.Site:
    made = site.write(root, base=base)
    assert made is not None
    return made


def fed(root: Path) -> set[str]:
    return {path.name for path in (root / "feeds").glob("*")}


def read(root: Path, name: str) -> Any:
    data = (root / "feeds" / name).read_bytes()
    assert faults(data) == []
    return feedparser.parse(data)


def of(speaker: str) -> str:
    return f"pt.{layout.speaker_mark(speaker)}.atom"


def test_feeds_are_valid_and_lead_to_the_digests(tmp_path: Path) -> None:
    house = House(tmp_path, ("pt", "ar"))
    for number in range(3):
        house.upload(b"The bridge opens: no %d\n\n" % number + STORY, f"{number}.txt")
    house.upload(b"", "empty.txt")
    root = house.results.root
    made = write(root, BASE)
    assert made.feeds == len(fed(root)) == 6  # three languages, and Ana Lima in each
    feeds = {name: read(root, name) for name in fed(root)}
    assert [len(feeds[name].entries) for name in ("pt.atom", of("Ana Lima"))] == [4, 3]
    assert feeds[of("Ana Lima")].feed.title == "Afirmações principais · Português · Ana Lima"
    assert len({feed.feed.id for feed in feeds.values()}) == 6
    for name, feed in feeds.items():
        mine, page = (link.href for link in feed.feed.links)
        assert mine == f"{BASE}feeds/{name}"
        for url in (page, *(item.link for item in feed.entries)):
            assert url.startswith(BASE)
            assert (root / url.removeprefix(BASE)).is_file()


def test_every_page_leads_to_its_language_s_feed_and_each_speaker_to_theirs(root: Path) -> None:
    put(FolderShelf(root), *(entry(f"{n}", NOON - n, said("Yes.", f"Speaker {n:02}")) for n in range(55)))
    write(root, BASE)
    for path in [root / "index.html", *(root / "pages").glob("*.html")]:
        found = Page(path.read_text("utf-8"))
        [alternate] = found.values("//head/link[@rel='alternate'][@type='application/atom+xml']/@href")
        assert (path.parent / alternate).resolve() == root / "feeds" / "pt.atom"
        own = found.values("//main//p/a[@type='application/atom+xml']/@href")
        assert len(own) == len(found.all("//ol[contains(@class,'people')]/li"))
        for href in own:
            at = urlsplit(urljoin(f"{BASE}{path.relative_to(root)}", href)).path.removeprefix("/claims/")
            assert (root / at).is_file()
    first = Page((root / "pages/pt.speakers.html").read_text("utf-8"))
    name, href = first.text("//h2"), first.values("//main//a[@type='application/atom+xml']/@href")[0]
    assert href == f"../feeds/{of(name)}"


def test_a_speaker_s_own_page_names_their_feed_and_their_feed_names_it(root: Path) -> None:
    put(FolderShelf(root), *(entry(f"{n}", NOON - n) for n in range(5)))
    write(root, BASE)
    name = f"pages/pt.speaker.{layout.speaker_mark('Ana Lima')}.html"
    found = Page((root / name).read_text("utf-8"))
    assert found.values("//head/link[@rel='alternate']/@href") == [f"../feeds/{of('Ana Lima')}"]
    assert BASE + name in [link.href for link in read(root, of("Ana Lima")).feed.links]


def test_a_change_is_the_same_entry_and_writes_its_own_feeds_alone(root: Path) -> None:
    shelf = FolderShelf(root)
    put(shelf, entry("a", NOON, said("Yes.", "Ana Lima")), entry("b", NOON - 9, said("No.", "Rui Costa")))
    write(root, BASE)
    ids = [item.id for item in read(root, "pt.atom").entries]
    times = {name: (root / "feeds" / name).stat().st_mtime_ns for name in fed(root)}
    assert write(root).written == 0
    put(shelf, entry("a", NOON, said("Never.", "Ana Lima")))
    write(root)
    assert {name for name in fed(root) if times[name] != (root / "feeds" / name).stat().st_mtime_ns} == {
        "pt.atom",
        of("Ana Lima"),
    }
    after = read(root, "pt.atom").entries
    assert [item.id for item in after] == ids
    assert "Never." in after[0].content[0].value


def test_a_move_changes_addresses_and_no_id(root: Path) -> None:
    put(FolderShelf(root), entry("a"))
    write(root, BASE)
    before = read(root, "pt.atom")
    write(root, "http://localhost:8000")
    after = read(root, "pt.atom")
    assert (after.feed.id, after.entries[0].id) == (before.feed.id, before.entries[0].id)
    assert after.entries[0].link == before.entries[0].link.replace(BASE, "http://localhost:8000/")


def test_whoever_has_a_feed_keeps_it_while_they_are_in_any_article(root: Path) -> None:
    shelf = FolderShelf(root)
    put(shelf, entry("old", NOON - 20 * DAY, said("Yes.", "Ana Lima")))
    write(root, BASE)
    put(shelf, entry("new", NOON, said("No.", "Rui Costa")), entry("older", NOON - 19 * DAY, said("Oh.", "Eva Reis")))
    write(root)
    assert fed(root) == {"pt.atom", of("Ana Lima"), of("Rui Costa")}  # Eva Reis was on no page of the last days
    for key in [key for key in shelf.list("index/") if layout.article_id("bucket", "old") in key]:
        shelf.delete(key)
    write(root)
    assert fed(root) == {"pt.atom", of("Rui Costa")}


def test_a_feed_has_the_newest_fifty(root: Path) -> None:
    put(FolderShelf(root), *(entry(f"no {n:02}", NOON - n * DAY // 9) for n in range(60)))
    write(root, BASE)
    for name in ("pt.atom", of("Ana Lima")):
        assert [item.title for item in read(root, name).entries] == [f"no {n:02}" for n in range(50)]


def test_without_an_address_there_are_none_and_it_is_said(root: Path) -> None:
    put(FolderShelf(root), entry("a"))

    def told(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "claimwire", "pages", str(root), *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "no Atom feeds: a feed holds its own address" in told().stderr
    assert not fed(root)
    assert "atom" not in (root / "pages/pt.speakers.html").read_text()
    served = told("--base", BASE)
    assert (served.stdout, served.stderr) == (f"{root / 'index.html'}  (4 pages, 2 feeds, 6 written)\n", "")
    assert told().stdout.endswith("(4 pages, 2 feeds, 0 written)\n")  # the address is remembered
    assert told("--base", "").stdout.endswith("(4 pages, 4 written)\n")
    assert not fed(root)
    assert not (root / home.KEPT).exists()
    bad = told("--base", "news.example")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "--base: 'news.example' is no address of a folder on the web: write it like https://" in bad.stderr


@pytest.mark.parametrize(
    "base", ["ftp://a/", "https://", "https://a/?k=1", "https://a/#b", "https://u:p@a/", "https://a b/"]
)
def test_an_address_that_cannot_be_is_refused(root: Path, base: str) -> None:
    put(FolderShelf(root), entry("a"))
    with pytest.raises(BadSetting, match=r"^--base: "):
        site.write(root, base=base)


def test_a_folder_without_results_remembers_nothing(root: Path) -> None:
    assert site.write(root, base=BASE) is None
    assert not root.exists()


def test_hostile_text_stays_text(root: Path) -> None:
    put(FolderShelf(root), *hostile())
    write(root, BASE)
    for name in fed(root):
        read(root, name)
    assert unseen(" ".join(item.title for name in fed(root) for item in read(root, name).entries)) == []
