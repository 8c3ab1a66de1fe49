"""Pages that wait, mourn or refuse, in a browser; and text that tries to burst a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from claimwire import render
from claimwire.web import pages, routes
from claimwire.web.message import Reply
from tests.browser import NARROW, PHONE, visit
from tests.doorstep import serving
from tests.doubles import Phrasebook, article, digest
from tests.house import TO, House

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 5
CJK = "市政府发言人陈思远在新闻发布会上表示在评估完成之前工地不会恢复施工" * 20


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, House]]:
    house = House(tmp_path_factory.mktemp("house"))
    with serving(lambda request: routes.answer(house.door, request)) as base:
        yield base, house


def at(base: str, url: str) -> str:
    return f"{base}/v1/{url.partition('/v1/')[2]}"


def test_a_page_that_waits_looks_again_until_told_not_to(chromium: Browser, door: tuple[str, House]) -> None:
    base, _ = door
    with visit(chromium, "about:blank", PHONE, locale="es-AR") as seen:
        page = seen.page
        page.clock.install()
        url = at(base, TO.file("a" * 32, "latest", "digest.pt.html"))
        page.goto(url)
        assert page.locator("h1").inner_text() == "Este resumen aún no está listo"
        assert seen.violations() == []
        seen.shoot("waiting")
        with page.expect_navigation():
            page.clock.fast_forward(5_000)
        assert seen.asked.count(url) == 2
        page.locator("#again a").click()
        assert page.locator("#halted").is_visible()
        page.clock.fast_forward(60_000)
        page.wait_for_timeout(100)
        assert seen.asked.count(url) == 2


def test_it_becomes_the_digest(chromium: Browser, door: tuple[str, House]) -> None:
    base, house = door
    notice = house.upload(key="known.txt")
    unknown = at(base, TO.file(notice.article_id, "latest", "digest.pt.html")).replace(base, "")
    pointer = Path(house.results.root) / f"results/{notice.article_id}/latest.json"
    kept = pointer.read_bytes()
    pointer.unlink()
    with visit(chromium, base + unknown) as seen:
        assert seen.page.locator(".claim").count() == 0
        pointer.write_bytes(kept)
        seen.page.locator(".now").click()
        seen.page.locator(".claim").first.wait_for()


def test_deleted_and_nothing_look_right(chromium: Browser, door: tuple[str, House]) -> None:
    base, house = door
    notice = house.upload(key="gone.txt")
    house.sources.delete("gone.txt")
    house.run("gone.txt")
    for name, url in (("deleted", TO.file(notice.article_id, "latest", "digest.pt.html")), ("nothing", "/v1/x")):
        with visit(chromium, at(base, url), PHONE, "dark", locale="ar-EG") as seen:
            seen.shoot(name)
            assert seen.violations() == []
            assert seen.page.evaluate("document.documentElement.dir") == "rtl"
            assert seen.overflow() == 0


@pytest.mark.parametrize("word", [LONG, CJK], ids=["german", "chinese"])
def test_the_longest_words_break_before_the_page_does(chromium: Browser, word: str) -> None:
    text = f"Ana {word} said the {word} would open in May. “It is {word},” she said."
    made = digest(article(text, title=f"Bridge {word}"), "de", Phrasebook(otherwise=lambda said: said))
    files = render.files(made, lambda article_id, version, file: f"../{version}/{file}")
    page = files["digest.de.html"]
    headers = {"content-type": render.HTML, "content-security-policy": pages.policy(page) or ""}
    with (
        serving(lambda _: Reply(status=200, body=page, headers=headers)) as base,
        visit(chromium, base, NARROW) as seen,
    ):
        assert word[:300] in seen.page.locator("h1").inner_text()
        assert seen.overflow() == 0
