"""Hostile articles through the real pipeline and door: their words arrive as text, in every format that carries them so."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import feedparser
import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser

from claimwire.aws import mail
from claimwire.models import Notice
from claimwire.web import routes
from tests.atom import faults
from tests.exposure import Look, guarded_and_not, look
from tests.house import BASE, TO, House
from tests.payloads import PAYLOADS, folded, unseen

MADE = {"img", "iframe", "object", "embed", "base", "video", "audio", "math", "frame", "marquee", "area", "image"}
STEP = 60  # payloads an article
LOT = [PAYLOADS[start : start + STEP] for start in range(0, len(PAYLOADS), STEP)]


def lines(words: tuple[str, ...]) -> list[str]:
    """A speaker, and what they say of the harbour, a paragraph a payload."""
    return [
        f"The harbour will be closed for {at} days because of {folded(word)}, {folded(word)} Ana Lima said on Monday."
        for at, word in enumerate(words, 3)
    ]


def as_html(title: str, words: tuple[str, ...]) -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines(words))
    told = html.escape(title)
    page = f"<!doctype html><html lang=en><head><title>{told}</title><meta name=author content='{told}'></head>"
    return f"{page}<body><article><h1>{told}</h1>{body}</article></body></html>".encode()


def as_json(title: str, words: tuple[str, ...]) -> bytes:
    """A body with tags is read as HTML, so that text with them has to be escaped, as its own pages have to."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines(words))
    told = {"headline": title, "byline": title, "body": body, "language": "en"}
    return json.dumps(told).encode()


def as_text(title: str, words: tuple[str, ...]) -> bytes:
    return "\n\n".join([title, *lines(words)]).encode("utf-8", "replace")


FORMATS: dict[str, Callable[[str, tuple[str, ...]], bytes]] = {"html": as_html, "json": as_json, "txt": as_text}


class Desk:
    """Every lot in one of the formats, in turn, under a hostile name; and a harmless article."""

    def __init__(self, root: Path) -> None:
        self.house = House(root)
        self.tame = self.house.upload(as_html("Harbour closed", ("harmless", "words")), "tame.html")
        self.notices = [self._upload(at, words, [*FORMATS][at % len(FORMATS)]) for at, words in enumerate(LOT)]

    def _upload(self, at: int, words: tuple[str, ...], ending: str) -> Notice:
        name = folded(words[0]).replace("/", "∕")[:60]
        return self.house.upload(FORMATS[ending](folded(words[1]), words), f"{at} {name}.{ending}")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("flow"))


@pytest.fixture(scope="module")
def bases(desk: Desk) -> Iterator[tuple[str, str]]:
    with guarded_and_not(lambda request: routes.answer(desk.house.door, request)) as both:
        yield both


def path(url: str) -> str:
    return url.removeprefix(BASE)


def own(page: Look) -> set[str]:
    """What our templates never make."""
    return {
        each for each in page.made if each.split()[0] in MADE or " on" in each or each.endswith((" src", " action"))
    }


@pytest.mark.parametrize("bare", [True, False])
def test_articles_are_shown_as_they_are(chromium: Browser, bases: tuple[str, str], desk: Desk, bare: bool) -> None:
    for notice, words in list(zip(desk.notices, LOT, strict=True))[:: 1 if bare else 4]:
        found = look(chromium, bases[bare] + path(notice.urls["digest.en.html"]))
        assert (found.ran, own(found), found.schemes - {"http:", "https:"}) == (False, set(), set())
        assert [word for word in unseen(found.text, words) if unseen(found.text, [html.unescape(word)])] == []


def test_lists_and_feeds_of_them_too(chromium: Browser, bases: tuple[str, str], desk: Desk) -> None:
    for board in (TO.board("lists", "en"), TO.board("speakers", "en")):
        found = look(chromium, bases[True] + path(board))
        assert (found.ran, own(found), found.schemes) == (False, set(), {"http:"})
    feed = desk.house.get(TO.feed("pt") + "&limit=100").body
    assert faults(feed) == []
    assert len(feedparser.parse(feed).entries) == len(LOT) + 1


def test_pages_that_only_say_something(chromium: Browser, bases: tuple[str, str], desk: Desk) -> None:
    """An address made of hostile text has one answer, and repeats none of it."""
    known = path(desk.tame.urls["digest.pt.html"]).split("?", 1)[0]
    for payload in PAYLOADS[::250]:
        for place in (f"/v1/articles/{quote(payload)}", f"{known}?k={quote(payload)}", f"/v1/lists/{quote(payload)}"):
            found = look(chromium, bases[True] + place, expected=404)
            assert (found.ran, own(found), payload in found.text) == (False, set(), False)


def test_mails_have_one_line_of_subject_and_no_second_header(desk: Desk) -> None:
    hostile = [
        replace(desk.tame, title=payload, key=payload, claims=(payload,), reason=payload) for payload in PAYLOADS
    ]
    for notice in (*desk.notices, *hostile):
        told = EmailMessage(policy=policy.SMTP)
        told["Subject"] = mail.subject(notice)
        told.set_content(mail.body(notice))
        read = message_from_bytes(told.as_bytes(), policy=policy.default)
        assert read["Subject"].strip() == mail.subject(notice)
        assert {*read.keys()} <= {"Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", mail.body(notice))
