"""Feeds in every language that we have words for: titles and labels in it, and every piece marked that is in another."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from claimwire.index import Entry
from claimwire.render.told import spoken
from claimwire.render.words import words
from tests.atom import faults
from tests.boards import NOON, entry, put, said
from tests.house import TO, House

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OTHERS = [code for code in spoken() if code != "en"]
CLAIMED = "2"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def entries(language: str) -> list[Entry]:
    """All that a feed may have to say."""
    return [
        entry("1", NOON - 3, said(CLAIMED, "3", stance="denies"), said("4", kind="reported"), language=language),
        entry("5", NOON - 2, status="refused", title=None, reason="The file is empty", claims=(), language=language),
        entry("6", NOON - 1, problem="the article's language was not recognised", language=language),
        entry(
            "7", warnings=("the answer is empty",), caveats=("8",), title=None, source_language="sv", language=language
        ),
    ]


def read(house: House, language: str) -> Any:
    put(house.results, *entries(language))
    body = house.get(TO.feed(language)).body
    assert faults(body) == []
    return etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))


def contents(feed: Any) -> list[Any]:
    return [html.fromstring(text) for text in feed.xpath(".//*[local-name()='content']/text()")]


@pytest.mark.parametrize("language", OTHERS)
def test_titles_and_labels_are_in_the_feed_s_language(house: House, language: str) -> None:
    feed, say = read(house, language), words(language)
    assert (feed.get(LANG), feed.findtext("{*}title")) == (language, say("list_title", language=say.language(language)))
    titles = {each.text: each.get(LANG) for each in feed.iterfind("{*}entry/{*}title")}
    assert titles["6"] == "en"  # not translated
    assert titles[say("untitled_in", language=say.language("sv"))] is None
    shown = contents(feed)
    assert {(each.get("lang"), each.get("dir")) for each in shown} == {(language, "rtl" if language == "ar" else "ltr")}
    text = " ".join(each.text_content() for each in shown)
    for key in ("denies", "reported", "quoted", "refused", "untranslated", "check", "caveat"):
        assert say(key) in text, key
    english = {" ".join(found.split()) for each in shown for found in each.xpath(".//*[@lang='en']//text()")}
    assert english == {"The bridge is safe."}  # the claim of the article that is not translated
    assert not re.search("empty|recognised|Caveat|denies:", text)


def test_without_words_of_a_language_they_are_english_and_say_so(house: House) -> None:
    feed = read(house, "sw")
    title = feed.find("{*}title")
    assert title is not None
    assert (title.text, title.get(LANG)) == ("Key claims in Swahili", "en")
    for each in contents(feed):
        labels = [*each.iter("i"), *each.xpath("./p/b")]
        assert {(label.get("lang"), label.get("dir")) for label in labels} <= {("en", "ltr")}
    claim = next(each for each in contents(feed) if CLAIMED in each.text_content())
    assert [span.get("lang") for span in claim.iter("span")] == [None, None]


def test_in_english_nothing_is_marked(house: House) -> None:
    put(house.results, entry("1", source_language="pt", language="en"))
    feed: Any = etree.fromstring(house.get(TO.feed("en")).body)
    assert [each.get(LANG) for each in feed.iter() if each.get(LANG)] == ["en"]
    [content] = contents(feed)
    assert content.xpath(".//@lang") == ["en"]
    assert " ".join(content.text_content().split()) == "Ana Lima (quoted): The bridge is safe."


@pytest.mark.parametrize(
    ("language", "title"), [("pt", "Afirmações principais · Português"), ("sw", "Key claims in Swahili")]
)
def test_a_page_names_its_feed_in_its_language(tmp_path: Path, language: str, title: str) -> None:
    house = House(tmp_path, (language,))
    article = house.upload().article_id
    house.change(feeds=True)
    page: Any = html.document_fromstring(house.get(TO.file(article, "latest", f"digest.{language}.html")).body.decode())
    [link] = page.xpath("//link[@rel='alternate']")
    assert (link.get("title"), link.get("lang")) == (title, None if language == "pt" else "en")
