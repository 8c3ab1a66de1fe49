"""The Atom feed, as a feed reader reads it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.render import atom
from claimwire.render.saying import Saying
from tests.house import STORY, TO, House
from tests.profiles import PROFILE

ITEM = atom.Item(
    name="a" * 32, title="Title", updated="2026-11-23T10:00:00.000000Z", url="https://news.example/a?k=1&b=2"
)


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    for number in range(3):
        house.upload(b"The bridge opens: no %d\n\n" % number + STORY, f"{number}.txt")
    return house


def read(house: House, url: str) -> Any:
    reply = house.get(url)
    assert (reply.status, reply.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = feedparser.parse(reply.body)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_a_reader_sees_who_claims_what_and_finds_the_page(house: House) -> None:
    feed = read(house, TO.feed("pt"))
    assert feed.version == "atom10"
    assert feed.feed.title == "Afirmações principais · Português"
    assert feed.feed.links[0] == {"rel": "self", "href": TO.feed("pt"), "type": "text/html"} | feed.feed.links[0]
    assert [len(entry.id) for entry in feed.entries] == [45] * 3
    first = feed.entries[0]
    assert "Ana Lima" in first.content[0].value
    assert first.content[0].type == "text/html"
    assert [tag.term for tag in first.tags] == ["Ana Lima"]
    assert feed.feed.updated_parsed == max(entry.updated_parsed for entry in feed.entries)
    assert house.get(first.link).status == 200
    assert house.get(first.link).headers["content-type"] == "text/html; charset=utf-8"


def test_an_update_is_the_same_entry_and_later(house: House) -> None:
    before = {entry.id: entry for entry in read(house, TO.feed("pt")).entries}
    house.upload(b"The bridge is open\n\n" + STORY + b" Nobody came.", "1.txt")
    after = {entry.id: entry for entry in read(house, TO.feed("pt")).entries}
    assert before.keys() == after.keys()
    [changed] = [name for name in before if before[name].link != after[name].link]
    assert after[changed].updated > before[changed].updated


def test_pages_lead_to_one_another(house: House) -> None:
    feed = read(house, TO.feed("pt") + "&limit=2")
    [following] = [link.href for link in feed.feed.links if link.rel == "next"]
    rest = read(house, following)
    assert [link for link in rest.feed.links if link.rel == "next"] == []
    assert len({entry.id for entry in feed.entries + rest.entries}) == 3


def test_a_speaker_s_feed(house: House) -> None:
    feed = read(house, TO.feed("en", "Ana Lima"))
    assert feed.feed.title == "Key claims in English · Ana Lima"
    assert len(feed.entries) == 3
    assert read(house, TO.feed("en", "Nobody")).entries == []
    assert feed.feed.id != read(house, TO.feed("en")).feed.id


def test_a_deleted_article_leaves_the_feed(house: House) -> None:
    house.sources.delete("1.txt")
    house.run("1.txt")
    assert len(read(house, TO.feed("pt")).entries) == 2


def test_a_refusal_says_why(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.upload(b"", "empty.txt")
    [entry] = read(house, TO.feed("pt")).entries
    assert "Este artigo foi recusado" in entry.content[0].value
    assert "vazio" in entry.content[0].value


def test_a_page_leads_to_its_feed(house: House) -> None:
    """What a browser or a reader looks for in a page's head."""
    house.change(feeds=True)
    page = house.get(read(house, TO.feed("pt")).entries[0].link).body.decode()
    [found] = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">', page)
    assert len(read(house, found.replace("&amp;", "&")).entries) == 3


@given(text=st.text(), speaker=st.text() | st.none())
@PROFILE
def test_any_text_makes_a_feed(text: str, speaker: str | None) -> None:
    claims = (Saying(text=text, how="quoted", speaker=speaker),)
    item = atom.Item(**{**{n: getattr(ITEM, n) for n in ITEM.__struct_fields__}, "title": text, "claims": claims})
    feed = atom.Feed(name="b" * 32, title=text, language="ar", url="https://news.example/?k=1&x=2", items=(item,))
    parsed = feedparser.parse(atom.render(feed))
    assert not parsed.bozo
    assert parsed.entries[0].link == ITEM.url
    assert parsed.entries[0].id == "urn:uuid:" + "-".join(("a" * 8, "a" * 4, "a" * 4, "a" * 4, "a" * 12))


def test_markup_in_a_claim_stays_text() -> None:
    claims = (Saying(text="<script>alert(1)</script> & ]]>", how="quoted", speaker="<b>Eve</b>"),)
    item = atom.Item(name="a" * 32, title="<i>x</i>", updated=ITEM.updated, url=ITEM.url, claims=claims)
    text = atom.render(atom.Feed(name="b" * 32, title="t", language="en", url="u", items=(item,))).decode()
    assert "<script" not in text
    assert "&lt;script" not in text  # the HTML inside is escaped once more
    assert "&amp;lt;script&amp;gt;" in text
