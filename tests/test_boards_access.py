"""Whom pages over many articles open to, where they lead whom, and what may run in them."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from claimwire import capabilities
from claimwire.capabilities import FEED, LIST
from claimwire.web.message import Reply
from tests.boardpage import LISTS, SPEAKERS, links, page, titles
from tests.boards import NOON, entry, put, said
from tests.house import BASE, KEYS, NOW, TO, House


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


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
    [other] = page(house, url).values("//nav[@aria-label='Idiomas']//a/@href")
    there = page(house, urljoin(url, other))
    assert titles(there) == ["b"]
    [back] = there.values("//nav[@aria-label='Idiomas']//a/@href")
    assert titles(page(house, urljoin(urljoin(url, other), back))) == ["a"]
    assert page(house, LISTS).all("//nav[@aria-label='Idiomas']") == []
    forged = url.replace("es~", "fr~")
    assert page(house, forged).all("//nav[@aria-label='Idiomas']") == []


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
