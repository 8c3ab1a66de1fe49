"""Cards of the upload page in a browser, where no cloud is needed: after a reload, a revoked link, a busy service."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from claimwire.addresses import Addresses
from claimwire.web import routes
from claimwire.web.message import Reply, Request, plain
from tests.browser import DESKTOP, NARROW, PHONE, visit
from tests.doorstep import serving
from tests.house import KEYS, STORY, House
from tests.inboxes import FOLDER, inbox
from tests.uploadbox import give, state


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
def base(house: House) -> Iterator[str]:
    def answer(request: Request) -> Reply:
        return plain(429, "Slow down.") if request.method == "POST" else routes.answer(house.door, request)

    with serving(answer) as url:
        house.change(base=url, inbox=inbox(endpoint=url))
        yield url


def under_way(page: Page, article: str, base: str) -> None:
    """What the page keeps of an upload that goes on while it is loaded again."""
    row = {"name": "story.txt", "url": Addresses(KEYS, base).status(article), "began": int(time.time() * 1000) - 65_000}
    page.evaluate(
        "([key, rows]) => sessionStorage.setItem(key, rows)", [f"claimwire uploads {FOLDER}", json.dumps([row])]
    )
    page.reload()


def test_what_was_under_way_is_watched_on_after_a_reload(chromium: Browser, base: str, house: House) -> None:
    with visit(chromium, Addresses(KEYS, base).upload(FOLDER)) as seen:
        under_way(seen.page, house.upload(b"The bridge opens\n\n" + STORY).article_id, base)
        assert state(seen.page, "story.txt") == "ready"
        expect(seen.page.locator(".clock")).to_contain_text("1:")
        assert seen.page.locator(".pages a").all_inner_texts()[-1].startswith("English (as it was written)")
        seen.page.reload()
        assert seen.page.locator(".card").count() == 0


def test_it_is_never_ready_before_it_is(chromium: Browser, base: str, house: House) -> None:
    with visit(chromium, Addresses(KEYS, base).upload(FOLDER)) as seen:
        under_way(seen.page, "a" * 32, base)
        card = seen.page.locator(".card")
        expect(card).to_have_attribute("data-state", "waiting")
        house.change(inbox=inbox(endpoint=base, stage=lambda _: "claims"))
        expect(card.locator(".state")).to_have_text("Its key claims are being found.", timeout=30_000)
        assert card.locator("a").count() == 0


def test_a_revoked_upload_is_told_apart_from_one_that_failed(chromium: Browser, base: str, house: House) -> None:
    article = house.upload().article_id
    house.change(revoked=frozenset({article}))
    with visit(chromium, Addresses(KEYS, base).upload(FOLDER)) as seen:
        under_way(seen.page, article, base)
        expect(seen.page.locator(".card[data-state=lost] .state")).to_contain_text("revoked", timeout=30_000)


def test_a_busy_service_is_told_and_can_be_asked_again(chromium: Browser, base: str) -> None:
    with visit(chromium, Addresses(KEYS, base).upload(FOLDER)) as seen:
        give(seen.page, "drop", ("a.txt", "text"))
        assert state(seen.page, "a.txt") == "stopped"
        assert "busy" in seen.page.locator(".card .state").inner_text()
        expect(seen.page.get_by_role("button", name="Retry: a.txt")).to_be_visible()
        seen.page.get_by_role("button", name="Dismiss: a.txt").click()
        assert seen.page.locator(".card").count() == 0


def test_what_goes_on_is_told_in_the_reader_s_language(chromium: Browser, base: str, house: House) -> None:
    article = house.upload(b"", "empty.txt").article_id
    with visit(chromium, f"{Addresses(KEYS, base).upload(FOLDER)}&lang=de") as seen:
        under_way(seen.page, article, base)
        assert state(seen.page, "story.txt") == "refused"
        assert (
            seen.page.locator(".card .state").inner_text()
            == "Abgelehnt. Die Datei ist leer; bitte einen Artikel mit Text hochladen."
        )
        give(seen.page, "drop", ("a.txt", "text"))
        assert state(seen.page, "a.txt") == "stopped"
        assert "überlastet" in seen.page.locator(".card .state").first.inner_text()
        expect(seen.page.get_by_role("button", name="Wiederholen: a.txt")).to_be_visible()
        assert "a.txt: Nicht hochgeladen." in seen.page.get_by_role("status").inner_text()


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
def test_from_right_to_left(chromium: Browser, base: str, size: tuple[int, int]) -> None:
    with visit(chromium, f"{Addresses(KEYS, base).upload(FOLDER)}&lang=ar", size) as seen:
        give(seen.page, "drop", ("film.mp4", "x"))
        assert state(seen.page, "film.mp4") == "stopped"
        assert "\u2068txt, text, md" in (seen.page.locator(".card .state").text_content() or "")
        shown = seen.page.locator(".card").bounding_box(), seen.page.locator(".card h3 bdi").bounding_box()
        assert shown[0] is not None
        assert shown[1] is not None
        assert shown[1]["x"] > shown[0]["x"] + shown[0]["width"] / 2  # the name begins at the right
        assert seen.page.evaluate("getComputedStyle(document.body, '::after').content") == "none"
        seen.page.dispatch_event("h1", "dragenter")
        assert "أفلت" in seen.page.evaluate("getComputedStyle(document.body, '::after').content")
        seen.page.dispatch_event("h1", "dragleave")
        assert seen.overflow() == 0
        assert seen.violations() == []
        seen.shoot(f"upload-ar-{size[0]}")
