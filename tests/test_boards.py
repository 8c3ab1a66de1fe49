"""Pages over many articles, over HTTP: what they show, where they lead, and whom they open to."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.boardpage import LISTS, SPEAKERS, links, page, titles
from tests.boards import NOON, entry, put, said
from tests.house import BASE, TO, House
from tests.pages import Page

DAY = 86_400


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_a_row_says_when_what_who_and_how_sure(house: House) -> None:
    claims = (
        said("A ponte é segura.", "Ana Lima", stance="denies"),
        said("Choveu.", kind="stated"),
        said("3"),
        said("4"),
    )
    warned = entry(
        "Ponte", NOON, *claims, site="wire.example", warnings=("a number is missing",), caveats=("Not verified.",)
    )
    put(house.results, warned)
    found = page(house, LISTS)
    row = found.text("//li[@data-row]")
    assert row.startswith("12:00 Ponte wire.example Original: Inglês a verificar: 1 Ressalva")
    assert "Ana Lima nega A ponte é segura." in row
    assert "dito pelo artigo Choveu." in row
    assert found.values("//span[@class='words']//text()") == ["A ponte é segura.", "Choveu.", "3"]
    assert "Ressalva: Not verified." in row
    assert found.text("//section[@data-group]/h2") == "quinta-feira, 14 de janeiro de 2027"


def test_what_has_no_result_or_no_translation_says_so(house: House) -> None:
    refused = entry(
        "none.pdf",
        NOON,
        said("x"),
        status="refused",
        reason="The file is empty: upload an article with text in it.",
        title=None,
        claims=(),
        speakers=(),
    )
    arabic = entry("خبر", NOON - 5, source_language="ar", problem="No engine translates Arabic.")
    put(house.results, refused, arabic)
    found = page(house, LISTS)
    assert "sem resultado O arquivo está vazio; envie um artigo com texto." in found.text(
        "//li[contains(@class,'refused')]"
    )
    [block] = found.all("//article[@dir='rtl'][@lang='ar']")
    assert "não traduzido" in "".join(map(str, block.itertext()))


def test_nothing_yet(house: House) -> None:
    assert "Ainda não há nada" in page(house, LISTS).text("//main")
    assert "Ninguém é citado" in page(house, SPEAKERS).text("//main")


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    house = House(tmp_path)
    for number in range(3):
        house.upload(b"Ana Lima said the bridge would open in May, no %d." % number, f"{number}.txt")
    asked, waiting = set[str](), {TO.board("lists", "pt", others=["en"]), TO.board("speakers", "pt", others=["en"])}
    while waiting:
        url = waiting.pop()
        asked.add(url)
        reply = house.get(url)
        assert reply.status == 200, url
        if url.partition("?")[0].endswith(("/en.html", "/pt.html")) and "/articles/" not in url:
            waiting |= {*links(Page(reply.body.decode()), url)} - asked
    kinds = {re.sub(r"[0-9a-f]{32}", "ID", url.partition("?")[0].removeprefix(BASE)) for url in asked}
    assert kinds >= {
        "/v1/lists/pt.html",
        "/v1/speakers/en.html",
        "/v1/feeds/pt.atom",
        "/v1/lists/en",
        "/v1/articles/ID/ID/digest.pt.html",
    }


def test_pages_hold_everything_once(house: House) -> None:
    put(house.results, *(entry(f"no {number:02}", NOON - 3 * DAY * (number % 2) - number) for number in range(45)))
    url, seen = LISTS + "&limit=10", list[str]()
    for _ in range(9):
        found = page(house, url)
        seen += titles(found)
        following = [urljoin(url, href) for href in found.values("//nav/a[@rel='next']/@href")]
        if not following:
            break
        url = following[0] + "&limit=10"
    assert len(seen) == len(set(seen)) == 45


def test_a_day_counts_its_speakers_over_all_its_pages(house: House) -> None:
    often = [entry(f"a{number}", NOON - number, said("Yes.", "Ana Lima")) for number in range(7)]
    seldom = [entry(f"r{number}", NOON - 100 - number, said("No.", "Rui Costa")) for number in range(3)]
    put(house.results, *often, *seldom, entry("older", NOON - DAY))
    url = LISTS + "&day=2027-01-14"
    whole, part = page(house, url), page(house, url + "&limit=4")
    chips = "//section[contains(@class,'chips')]//li"
    for found, shown in ((whole, 10), (part, 4)):
        assert [found.text(f"({chips})[{number}]") for number in (1, 2)] == ["Ana Lima 7", "Rui Costa 3"]
        assert len(titles(found)) == shown
    assert len(whole.all("//section[@data-whole]")) == 1
    assert part.all("//section[@data-whole]") == []  # a script must not filter by what it does not have
    assert part.text("//output") == "Artigos: 4 de 10"
    [before] = whole.values("//a[@rel='next']/@href")
    assert titles(page(house, urljoin(url, before))) == ["older"]


def test_copies_are_folded(house: House) -> None:
    first, second = entry("first", NOON), entry("second", NOON + 5)
    copies = [first, entry("other", NOON + 1), *(each for each in [second])]
    second = entry("second", NOON + 5, same_as=(first.article_id, "f" * 32))
    put(house.results, *copies[:2], second)
    found = page(house, LISTS)
    assert titles(found) == ["second", "other"]
    assert found.text("//details[@class='also']/summary") == "Também em: 2"
    assert found.text("//details[@class='also']//a") == "first"


def test_who_is_revoked_or_gone_is_not_counted(house: House) -> None:
    kept, gone = entry("kept", NOON), entry("gone", NOON - 1, said("No.", "Rui Costa"))
    put(house.results, kept, gone)
    house.change(revoked=frozenset({gone.article_id}))
    for url in (SPEAKERS, LISTS, LISTS + "&day=2027-01-14&limit=1"):
        assert "Rui Costa" not in house.get(url).body.decode()
        assert "Ana Lima" in house.get(url).body.decode()


def test_a_page_of_wordy_articles_stays_small(house: House) -> None:
    words = "وقال الوزير إن الجسر آمن " * 20
    claims = tuple(said(words, f"الوزير {n}") for n in range(5))
    put(house.results, *(entry(f"{words[:200]} {n}", NOON - n, *claims) for n in range(120)))
    seen, url = 0, LISTS + "&limit=100"
    while url:
        found = page(house, url)
        assert len(house.get(url).body) <= 200_000
        seen += len(titles(found))
        url = next((urljoin(url, href) for href in found.values("//a[@rel='next']/@href")), "")
    assert seen == 120
