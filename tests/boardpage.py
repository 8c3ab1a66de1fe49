"""Pages over many articles, asked for and taken apart."""

from __future__ import annotations

from urllib.parse import urljoin

from tests.house import TO, House
from tests.pages import Page

LISTS, SPEAKERS = TO.board("lists", "pt"), TO.board("speakers", "pt")


def page(house: House, url: str) -> Page:
    reply = house.get(url)
    assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8"), reply.body
    return Page(reply.body.decode())


def titles(found: Page) -> list[str]:
    return [found.text(f"({path})[{number}]") for path in ["//h3/a"] for number in range(1, len(found.all(path)) + 1)]


def links(found: Page, url: str) -> list[str]:
    return [urljoin(url, href) for href in found.values("//a/@href | //link/@href") if not href.startswith("#")]
