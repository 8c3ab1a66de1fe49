"""Digest pages in a browser, as the door serves them: the four samples, light and dark, on a phone and a desktop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import NARROW, SIZES, Scheme, visit
from tests.samples import Desk, served

SAMPLES = [("en", "pt"), ("ru", "ru"), ("ar", "ar"), ("zh", "zh-Hans")]
OTHERS = [("en", "ar"), ("en", "sw"), ("ar", "en"), ("zh", "en"), ("refused", "en")]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
BACKGROUND = "element => getComputedStyle(element).backgroundColor"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Desk]]:
    with served(tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.mark.parametrize("page", SAMPLES, ids="-".join)
@pytest.mark.parametrize("size", SIZES)
def test_a_page_looks_right_and_asks_nobody(
    chromium: Browser, desk: tuple[str, Desk], page: tuple[str, str], size: str
) -> None:
    base, made = desk
    with visit(chromium, base + made.paths[page], SIZES[size]) as seen:
        papers = set()
        for scheme in SCHEMES:
            seen.page.emulate_media(color_scheme=scheme)
            assert seen.shoot(f"{'-'.join(page)}-{size}-{scheme}").stat().st_size > 50_000
            assert seen.violations() == []
            papers.add(seen.page.eval_on_selector("body", BACKGROUND))
        assert len(papers) == 2
        assert seen.overflow() == 0
        assert seen.complaints == []
        assert seen.asked == [base + made.paths[page]]


@pytest.mark.parametrize("page", OTHERS, ids="-".join)
def test_translations_failures_and_refusals_look_right_too(
    chromium: Browser, desk: tuple[str, Desk], page: tuple[str, str]
) -> None:
    base, made = desk
    with visit(chromium, base + made.paths[page], SIZES["desktop"]) as seen:
        seen.shoot("-".join(page))
        assert seen.violations() == []
        assert (seen.complaints, seen.overflow()) == ([], 0)


@pytest.mark.parametrize("page", SAMPLES + OTHERS, ids="-".join)
def test_at_four_hundred_per_cent_nothing_runs_out_of_the_window(
    chromium: Browser, desk: tuple[str, Desk], page: tuple[str, str]
) -> None:
    base, made = desk
    with visit(chromium, base + made.paths[page], NARROW) as seen:
        assert seen.overflow() == 0


def test_claims_lead_to_their_places_and_back(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "pt"], reduced_motion="reduce") as seen:  # jumps: nothing to wait for
        page = seen.page
        for rank in ("1", "4"):
            page.locator(f".pin[href='#claim-{rank}']").click()
            assert page.url.endswith(f"#claim-{rank}")
            claim = page.locator(f"#claim-{rank}")
            assert claim.is_visible()
            claim.locator(".deeds > a").click()
            place = page.locator(f"#at-{rank}")
            assert page.evaluate("element => element === document.querySelector(':target')", place.element_handle())
            assert place.evaluate(
                "e => { const top = e.getBoundingClientRect().top; return top >= 0 && top < innerHeight }"
            )
            said = place.locator("xpath=..").locator("mark").inner_text()
            assert claim.locator(".said").inner_text() == said
            place.click()
            assert page.url.endswith(f"#claim-{rank}")
        assert page.locator(".caveats a").get_attribute("href") == "#caveat-at-1"
        assert page.locator("#caveat-at-1").get_attribute("href") == "#caveat-1"


def test_pairs_light_up_together(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["ru", "en"]) as seen:
        pair = seen.page.locator(".pair").nth(2)
        plain = pair.evaluate(BACKGROUND)
        pair.locator(".source").hover()
        assert pair.evaluate(BACKGROUND) != plain
        seen.page.mouse.move(0, 0)
        pair.locator(".said").click()
        seen.page.mouse.move(0, 0)
        assert pair.evaluate(BACKGROUND) != plain
        tops = [pair.locator(part).bounding_box() for part in (".said", ".source")]
        assert tops[0] is not None
        assert tops[1] is not None
        assert abs(tops[0]["y"] - tops[1]["y"]) < 4
        assert tops[0]["x"] + tops[0]["width"] <= tops[1]["x"]
        seen.page.locator("#originals").uncheck()
        assert pair.locator(".source").is_visible()  # it was tapped
        assert not seen.page.locator(".pair").nth(5).locator(".source").is_visible()


def test_languages_switch_by_links(chromium: Browser, desk: tuple[str, Desk]) -> None:
    base, made = desk
    with visit(chromium, base + made.paths["en", "en"]) as seen:
        for name, code, direction in (("Português", "pt", "ltr"), ("العربية", "ar", "rtl"), ("English", "en", "ltr")):
            seen.page.locator("#languages a", has_text=name).click()
            found = seen.page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
            assert found == [code, direction]
        assert seen.complaints == []
        assert seen.elsewhere(base) == []
