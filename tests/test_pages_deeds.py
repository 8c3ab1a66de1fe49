"""What a digest page lets people do: keys, copying, printing; and that it needs no script, and runs no other."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser import PHONE, visit
from tests.samples import Desk, served

FOCUS = "document.activeElement.id"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Desk]]:
    with served(tmp_path_factory.mktemp("desk")) as found:
        yield found


def pressed(page: Page, *keys: str) -> Page:
    for key in keys:
        page.keyboard.press(key)
    return page


def test_keys_go_from_claim_to_claim(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["ru", "en"]) as seen:
        page = seen.page
        assert pressed(page, "j").evaluate(FOCUS) == "claim-1"
        assert pressed(page, "j", "j").evaluate(FOCUS) == "claim-3"
        assert pressed(page, "k").evaluate(FOCUS) == "claim-2"
        assert pressed(page, *"jjjjjj").evaluate(FOCUS) == "claim-5"
        outline = page.locator("#claim-5").evaluate("e => getComputedStyle(e).outlineStyle")
        assert outline == "solid"
        assert pressed(page, "o").locator(".text .source").first.is_hidden()
        assert pressed(page, "o").locator(".text .source").first.is_visible()
        pressed(page, "l").wait_for_url("**/digest.ru.html*")


def test_help_lists_the_keys_and_turns_them_off(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["ar", "en"]) as seen:
        page = seen.page
        assert not page.locator("#help").is_visible()
        assert pressed(page, "?").locator("#help").is_visible()
        assert page.locator("#help kbd").all_inner_texts() == ["j", "k", "c", "l", "o", "?"]
        page.locator("#keys").uncheck()
        page.locator("#help .shut").click()
        assert pressed(page, "j").evaluate(FOCUS) != "claim-1"
        page.locator(".ask").click()
        page.locator("#keys").check()
        assert not pressed(page, "Escape").locator("#help").is_visible()
        assert pressed(page, "j").evaluate(FOCUS) == "claim-1"


def test_a_copied_claim_names_its_source(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "pt"]) as seen:
        claim = seen.page.locator("#claim-5")
        claim.locator(".copy").click()
        assert seen.page.locator("#told").inner_text() == "Copiado."
        said, was = claim.locator(".said").inner_text(), claim.locator(".was").inner_text()
        other = seen.page.context.new_page()
        other.set_content("<textarea></textarea>")
        other.locator("textarea").focus()
        other.keyboard.press("Control+V")
        assert other.locator("textarea").input_value().splitlines() == [
            f"Elena Koroleva: “{said}”",
            f"“{was}”",
            "Port Halden to reopen grain corridor as Kesteria disputes terms, Meridian Wire, 3 de março de 2026, 10:30 UTC",
            "https://wire.example/world/grain-corridor-halden",
        ]
        assert seen.complaints == []


def test_without_script_all_is_there_and_nothing_pretends(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "pt"], PHONE, script=False) as seen:
        page = seen.page
        assert page.locator(".claim").count() == 5
        assert page.locator(".live-only:visible, dialog:visible").count() == 0
        page.locator(".claim details summary").first.click()
        assert page.locator(".claim details p").first.is_visible()
        page.locator("#originals").uncheck()  # style alone does this
        assert page.locator(".text .source:visible").count() == 0


def test_no_script_but_ours_runs_and_it_runs_as_nobody(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "en"]) as seen:
        page = seen.page
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
        )
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
        assert page.evaluate("window.ran") is None
        assert len(seen.complaints) >= 2
        assert page.evaluate("self.origin") == "null"
        assert page.evaluate("fetch('/').then(() => 1, () => 0)") == 0


def test_on_paper_there_is_all_of_the_text_and_no_chrome(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "en"]) as seen:
        pages = PdfReader(io.BytesIO(seen.page.pdf())).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert 2 <= len(pages) <= 6
    for part in ("https://wire.example/world/grain-corridor-halden", "Elena Koroleva", "cannot independently verify"):
        assert part in text
    assert "Also read" in text  # folds are open
    assert "Copy with source" not in text
    assert "Keyboard" not in text


def test_colours_of_the_system_and_less_motion_are_honoured(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "pt"], forced_colors="active", reduced_motion="reduce") as seen:
        page = seen.page
        seen.shoot("forced-colours")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        track, pin = (
            page.locator(part).first.evaluate("e => getComputedStyle(e).fill") for part in (".track", ".pin circle")
        )
        assert track != pin


def test_the_first_stop_of_the_tabulator_skips_to_the_claims(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "pt"]) as seen:
        pressed(seen.page, "Tab")
        box = seen.page.locator(".skip").bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert pressed(seen.page, "Enter").evaluate(FOCUS) == "claims"
