"""The Atom feed by a validator: every feed that we make is valid, hostile text and all; and the validator finds what is planted."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from lxml import etree, html

from tests.atom import faults
from tests.boards import NOON, entry, put, said
from tests.house import STORY, TO, House
from tests.payloads import hostile, unseen


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, ("pt", "ar"))


def feed(house: House, url: str) -> bytes:
    reply = house.get(url)
    assert reply.status == 200
    return reply.body


def test_feeds_of_a_desk_are_valid(house: House) -> None:
    for number in range(3):
        house.upload(b"The bridge opens: no %d\n\n" % number + STORY, f"{number}.txt")
    house.upload(b"", "empty.txt")
    paged = TO.feed("pt") + "&limit=2"
    for url in (TO.feed("pt"), TO.feed("ar"), paged, TO.feed("en", "Ana Lima"), TO.feed("en", "Nobody"), TO.feed("sw")):
        assert faults(feed(house, url)) == []
    assert len(feedparser.parse(feed(house, TO.feed("pt"))).entries) == 4


def test_hostile_text_stays_text(house: House) -> None:
    put(house.results, *hostile())
    found = feed(house, TO.feed("pt") + "&limit=100")
    assert faults(found) == []
    entries = etree.fromstring(found, etree.XMLParser(resolve_entities=False, no_network=True)).findall("{*}entry")
    assert len(entries) == len(hostile())
    assert unseen(" ".join(each.findtext("{*}title") or "" for each in entries)) == []
    content = html.fromstring("<div>" + " ".join(each.findtext("{*}content") or "" for each in entries) + "</div>")
    assert {str(each.tag) for each in content.iter()} == {"div", "ol", "li", "b", "i", "span", "p"}
    assert unseen("".join(map(str, content.itertext()))) == []
    for name in ("</feed><x>", "&xxe;", '"><script>pwned=1</script>'):
        assert faults(feed(house, TO.feed("pt", name))) == []


def test_what_xml_cannot_hold_is_left_out(house: House) -> None:
    put(house.results, entry("\x00\x0b\ufffe\x1b[31mred\x85\u2028", NOON, said("a\x08b", "\x01Eve")))
    found = feed(house, TO.feed("pt"))
    assert faults(found) == []
    assert "red" in feedparser.parse(found).entries[0].title


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"<id>", b"<id>x y "),
        (b"<updated>", b"<updated>on "),
        (b"<title>", b"<title><b/>"),
        (b'<link rel="self"', b'<link rel="other"'),
        (b"<author><name>claimwire</name></author>", b""),
        (b"</entry>", b'<link rel="alternate" type="text/html" href="https://x.example/"/></entry>'),
        (b"</entry>", b"<published>yesterday</published></entry>"),
        (b"</entry>", b"<content>again</content></entry>"),
        (b"<entry>", b"<entry><unknown/>"),
        (b"&lt;ol&gt;", b"&lt;script&gt;1&lt;/script&gt;&lt;ol&gt;"),
        (b' xmlns="http://www.w3.org/2005/Atom"', b' xmlns="http://purl.org/atom/ns#"'),
    ],
)
def test_the_validator_finds_what_is_planted(house: House, there: bytes, instead: bytes) -> None:
    put(house.results, entry("a"), entry("b", NOON - 5))
    sound = feed(house, TO.feed("pt"))
    assert faults(sound) == []
    assert there in sound
    assert faults(sound.replace(there, instead, 1))


def test_an_id_stands_once(house: House) -> None:
    put(house.results, entry("a"))
    sound = feed(house, TO.feed("pt"))
    start, end = sound.index(b"<entry>"), sound.index(b"</entry>") + len(b"</entry>")
    assert any("2 times" in line for line in faults(sound.replace(b"</feed>", sound[start:end] + b"</feed>")))
