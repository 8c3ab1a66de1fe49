"""Pages over many articles, over HTTP: what they show, where they lead, and whom they open to."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from claimwire import capabilities
from claimwire.capabilities import FEED, LIST
from claimwire.web.message import Reply
from tests.boards import NOON, entry, put, said
from tests.house import BASE, KEYS, NOW, TO, House
from tests.pages import Page

DAY = 86_400
LISTS, SPEAKERS = TO.board("lists", "pt"), TO.board("speakers", "pt")


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def page(house: House, url: str) -> Page:
    reply = house.get(url)
    assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8"), reply.body
    return Page(reply.body.decode())


def titles(found: Page) -> list[str]:
    return [found.text(f"({path})[{number}]") for path in ["//h3/a"] for number in range(1, len(found.all(path)) + 1)]


def links(found: Page, url: str) -> list[str]:
    return [urljoin(url, href) for href in found.values("//a/@href | //link/@href") if not href.startswith("#")]


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
    assert row.startswith("12:00 Ponte wire.example from English 1 to check caveat")
    assert "Ana Lima denies A ponte é segura." in row
    assert "stated by the article Choveu." in row
    assert found.values("//span[@class='words']//text()") == ["A ponte é segura.", "Choveu.", "3"]
    assert "Caveat: Not verified." in row
    assert found.text("//section[@data-group]/h2") == "Thursday 14 January 2027"


def test_what_has_no_result_or_no_translation_says_so(house: House) -> None:
    refused = entry(
        "none.pdf", NOON, said("x"), status="refused", reason="The file is empty.", title=None, claims=(), speakers=()
    )
    arabic = entry("خبر", NOON - 5, source_language="ar", problem="No engine translates Arabic.")
    put(house.results, refused, arabic)
    found = page(house, LISTS)
    assert "no result The file is empty." in found.text("//li[contains(@class,'refused')]")
    [block] = found.all("//article[@dir='rtl'][@lang='ar']")
    assert "not translated" in "".join(map(str, block.itertext()))


def test_nothing_yet(house: House) -> None:
    assert "Nothing here yet" in page(house, LISTS).text("//main")
    assert "Nobody is named" in page(house, SPEAKERS).text("//main")


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
        following = [urljoin(url, href) for href in found.values("//nav[@aria-label='More']/a[@rel='next']/@href")]
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
    assert part.text("//output") == "4 of 10 articles"
    [before] = whole.values("//a[@rel='next']/@href")
    assert titles(page(house, urljoin(url, before))) == ["older"]


def test_copies_are_folded(house: House) -> None:
    first, second = entry("first", NOON), entry("second", NOON + 5)
    copies = [first, entry("other", NOON + 1), *(each for each in [second])]
    second = entry("second", NOON + 5, same_as=(first.article_id, "f" * 32))
    put(house.results, *copies[:2], second)
    found = page(house, LISTS)
    assert titles(found) == ["second", "other"]
    assert found.text("//details[@class='also']/summary") == "also in 2 others"
    assert found.text("//details[@class='also']//a") == "first"


def test_speakers_are_counted_and_quoted(house: House) -> None:
    put(house.results, *(entry(f"a{n}", NOON - n * DAY, said(f"Word {n}.", "Ana Lima")) for n in range(9)))
    put(house.results, entry("r", NOON, said("No.", "Rui Costa"), said("Yes.", "ana  lima")))
    found = page(house, SPEAKERS)
    people = "//ol[contains(@class,'people')]/li"
    assert [found.text(f"({people})[{n}]//h2") for n in (1, 2)] == ["ana lima", "Rui Costa"]
    # Seven days: today, which has none, and six with one each, of which the newest has two articles.
    assert found.text(f"({people})[1]/span") == "7 articles"
    assert found.text(f"({people})[2]/span") == "1 article"
    assert "Yes." in found.text(f"({people})[1]")
    assert "No." not in found.text(f"({people})[1]")
    assert page(house, SPEAKERS + "&days=2").text(f"({people})[1]/span") == "2 articles"
    assert "2 speakers in 7 articles, last 7 days" in found.text("//output")


def test_one_speaker_s_page_has_all_of_theirs(house: House) -> None:
    put(
        house.results,
        *(entry(f"a{n}", NOON - n, said(f"Word {n}.", "Ana Lima"), said("Else.", "Rui Costa")) for n in range(50)),
    )
    url, words = TO.board("speakers", "pt", "Ana Lima"), list[str]()
    for _ in range(3):
        found = page(house, url)
        words += found.values("//span[@class='words']//text()")
        following = found.values("//a[@rel='next']/@href")
        if not following:
            break
        url = urljoin(url, following[0])
    assert sorted(words) == sorted(f"Word {n}." for n in range(50))


def test_who_is_revoked_or_gone_is_not_counted(house: House) -> None:
    kept, gone = entry("kept", NOON), entry("gone", NOON - 1, said("No.", "Rui Costa"))
    put(house.results, kept, gone)
    house.change(revoked=frozenset({gone.article_id}))
    for url in (SPEAKERS, LISTS, LISTS + "&day=2027-01-14&limit=1"):
        assert "Rui Costa" not in house.get(url).body.decode()
        assert "Ana Lima" in house.get(url).body.decode()


def test_more_speakers_come_on_further_pages(house: House) -> None:
    put(house.results, *(entry(f"{n}", NOON - n, said("Yes.", f"Speaker {n:02}")) for n in range(55)))
    first = page(house, SPEAKERS)
    [more] = first.values("//a[@rel='next']/@href")
    names = [each.values("//h2//text()") for each in (first, page(house, urljoin(SPEAKERS, more)))]
    assert [len(each) for each in names] == [40, 15]
    assert len({*itertools.chain(*names)}) == 55
    assert first.text("//output") == "1 to 40 of 55 speakers in 55 articles, last 7 days"


# Who may read


def test_a_speaker_s_link_opens_that_speaker_alone(house: House) -> None:
    put(house.results, entry("a", NOON, said("Yes.", "Ana Lima"), said("No.", "Rui Costa")))
    for kind in ("lists", "speakers"):
        mine = TO.board(kind, "pt", "Ana Lima")
        found = page(house, mine)
        reach = [house.get(url).status for url in links(found, mine)]
        assert set(reach) <= {200, 404}
        assert not [url for url in links(found, mine) if "Rui" in url]
        for wider in (mine.replace("Ana%20Lima", "Rui%20Costa"), mine.replace("speaker=Ana%20Lima&", "")):
            assert house.get(wider).status == 404
            assert house.get(wider.replace("/lists/", "/speakers/")).status == 404


def test_a_page_s_feed_ends_when_its_own_link_does(house: House) -> None:
    put(house.results, entry("a"))
    until = int(NOW) + 60
    url = TO.board("lists", "pt", until=until)
    [feed] = page(house, url).values("//link[@rel='alternate']/@href")
    k = feed.partition("k=")[2]
    assert capabilities.end_of(k) == until
    assert capabilities.verify(KEYS, k, "pt", "", purpose=FEED, now=NOW)
    house.change(now=NOW + 61)
    assert {house.get(each).status for each in (url, urljoin(url, feed))} == {404}


def test_a_page_leads_to_those_languages_whose_links_came_along(house: House) -> None:
    put(house.results, entry("a"), entry("b", language="es", files=("digest.json", "digest.es.html")))
    url = TO.board("lists", "pt", others=["es"])
    [other] = page(house, url).values("//nav[@aria-label='Languages']//a/@href")
    there = page(house, urljoin(url, other))
    assert titles(there) == ["b"]
    [back] = there.values("//nav[@aria-label='Languages']//a/@href")
    assert titles(page(house, urljoin(urljoin(url, other), back))) == ["a"]
    assert page(house, LISTS).all("//nav[@aria-label='Languages']") == []
    forged = url.replace("es~", "fr~")
    assert page(house, forged).all("//nav[@aria-label='Languages']") == []


@pytest.mark.parametrize(
    "more",
    [
        "limit=0",
        "limit=101",
        "day=2027-02-30",
        "after=x",
        "speaker=",
        "also=es",
        "also=es~x",
        "days=0",
        "days=32",
        "start=-1",
        "start=x",
    ],
)
def test_what_cannot_be_is_told(house: House, more: str) -> None:
    kind = SPEAKERS if more.startswith(("days", "start")) else LISTS
    reply = house.get(f"{kind}&{more}")
    assert (reply.status, reply.body.decode().split()[0]) == (400, more.partition("=")[0])


@pytest.mark.parametrize("url", [LISTS, SPEAKERS])
def test_strangers_are_told_nothing(house: House, url: str) -> None:
    put(house.results, entry("a"))
    nothing = house.get(f"{BASE}/v1/nothing")
    other = capabilities.mint(KEYS, "es", "", purpose=LIST)
    assert house.get(url.partition("?")[0]) == nothing
    assert house.get(f"{url.partition('?')[0]}?k={other}") == nothing
    assert house.get(url.replace("pt.html", "es.html")) == nothing


# What may run in it


def hashes(reply: Reply, tag: str) -> str:
    text = re.findall(rf"<{tag}>(.*?)</{tag}>", reply.body.decode(), re.DOTALL)
    assert len(text) == 1
    return base64.b64encode(hashlib.sha256(text[0].encode()).digest()).decode()


@pytest.mark.parametrize("url", [LISTS, SPEAKERS])
def test_only_our_own_script_and_style_may_run(house: House, url: str) -> None:
    put(
        house.results,
        entry("<script>alert(1)</script>", NOON, said("<style>*{}</style>", "<img src=x onerror=alert(1)>")),
    )
    reply = house.get(url)
    policy = reply.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert f"script-src 'sha256-{hashes(reply, 'script')}'" in policy
    assert f"style-src 'sha256-{hashes(reply, 'style')}'" in policy
    assert "unsafe" not in policy
    assert policy.endswith("sandbox allow-scripts")
    assert reply.headers["cache-control"] == "private, max-age=60"


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
