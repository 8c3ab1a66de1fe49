"""Pages over many articles in a browser: the filter, the keys, what they look like, and that nothing in them runs but our own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from claimwire.web import routes
from tests.boards import NOON, entry, put, said
from tests.browser import DESKTOP, NARROW, PHONE, Scheme, visit
from tests.doorstep import serving
from tests.house import TO, House

DAY = 86_400
LISTS, SPEAKERS = (
    TO.board(kind, "pt", others=["ar", "zh-Hans"]).removeprefix(TO.base) for kind in ("lists", "speakers")
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    house = House(tmp_path_factory.mktemp("house"))
    first = entry("Ponte abre em maio", NOON, said("A ponte é segura.", "João Ação"), site="wire.example")
    put(
        house.results,
        first,
        entry(
            "Ponte abre",
            NOON + 9,
            said("A ponte é segura.", "João Ação"),
            same_as=(first.article_id,),
            site="echo.example",
        ),
        entry(
            "Straße gesperrt",
            NOON - 60,
            said("Não foi assim.", "Rui Costa", stance="denies"),
            caveats=("Não confirmado.",),
        ),
        entry("Chuva", NOON - DAY, said("Choveu muito.", "João Ação"), warnings=("a number is missing",)),
        entry(
            "vazio.pdf",
            NOON - DAY - 9,
            said("x"),
            status="refused",
            reason="The file is empty.",
            claims=(),
            speakers=(),
            title=None,
        ),
        entry(
            "افتتاح الجسر",
            NOON,
            said("الجسر آمن تماما.", "ليلى حداد"),
            language="ar",
            files=("digest.json", "digest.ar.html"),
        ),
        entry(
            "大桥开放",
            NOON,
            said("大桥是安全的。", "王伟"),
            language="zh-Hans",
            files=("digest.json", "digest.zh-Hans.html"),
        ),
    )
    with serving(lambda request: routes.answer(house.door, request)) as url:
        yield url


def shown(page: Page) -> list[str]:
    return page.locator("[data-row]:visible h3").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("joao acao", ["Ponte abre", "Chuva"]),
        ("STRASSE", ["Straße gesperrt"]),
        ("ponte wire.EXAMPLE", ["Ponte abre"]),  # the copy beneath it is from there
        ("nao", ["Straße gesperrt"]),
        ("nega", ["Straße gesperrt"]),
        ("  ", ["Ponte abre", "Straße gesperrt", "Chuva", "Artigo sem título (Inglês)"]),
    ],
)
def test_typing_filters(chromium: Browser, base: str, typed: str, found: list[str]) -> None:
    with visit(chromium, base + LISTS) as seen:
        before = len(seen.asked)
        seen.page.get_by_label("Filtrar esta página").fill(typed)
        assert shown(seen.page) == found
        assert seen.page.locator("[data-group]:visible").count() == len(
            {title == "Chuva" or "Artigo" in title for title in found}
        )
        assert (len(seen.asked), seen.complaints) == (before, [])  # no server was asked


def test_what_is_not_there_is_said_and_undone(chromium: Browser, base: str) -> None:
    with visit(chromium, base + LISTS) as seen:
        seen.page.get_by_label("Filtrar esta página").fill("<b>nobody</b>")
        expect(seen.page.locator("#nothing q")).to_have_text("<b>nobody</b>")
        expect(seen.page.locator("output")).to_have_text("Exibidos: 0 de 4")
        seen.page.get_by_role("button", name="Mostrar tudo").click()
        assert len(shown(seen.page)) == 4
        expect(seen.page.locator("output")).to_have_text("Artigos: 5, os mais recentes primeiro")


def test_a_speaker_s_chip_filters_and_lets_go(chromium: Browser, base: str) -> None:
    with visit(chromium, base + LISTS) as seen:
        chip = seen.page.get_by_role("button", name="Rui Costa")
        chip.click()
        assert shown(seen.page) == ["Straße gesperrt"]
        expect(chip).to_have_attribute("aria-pressed", "true")
        chip.click()
        assert len(shown(seen.page)) == 4


def test_keys(chromium: Browser, base: str) -> None:
    with visit(chromium, base + LISTS) as seen:
        focused = "document.activeElement.textContent"
        seen.page.keyboard.press("j")
        assert seen.page.evaluate(focused) == "Ponte abre"
        seen.page.keyboard.press("j")
        seen.page.keyboard.press("j")
        assert seen.page.evaluate(focused) == "Chuva"
        seen.page.keyboard.press("k")
        assert seen.page.evaluate(focused) == "Straße gesperrt"
        seen.page.keyboard.press("/")
        seen.page.keyboard.type("chuva j")  # a letter in the box is a letter
        assert seen.page.get_by_label("Filtrar esta página").input_value() == "chuva j"
        seen.page.keyboard.press("Escape")
        assert len(shown(seen.page)) == 4


def test_without_script_everything_is_there(chromium: Browser, base: str) -> None:
    with visit(chromium, base + LISTS, script=False) as seen:
        assert len(shown(seen.page)) == 4
        assert not seen.page.locator("#tools").is_visible()
        assert "Artigos: 5" in seen.page.locator("noscript").inner_text()
        seen.page.get_by_role("link", name="Rui Costa").first.click()
        assert "Não foi assim." in seen.page.locator("main").inner_text()


def test_languages_and_days_lead_on(chromium: Browser, base: str) -> None:
    with visit(chromium, base + LISTS) as seen:
        seen.page.get_by_role("link", name="13 jan").click()
        assert shown(seen.page) == ["Chuva", "Artigo sem título (Inglês)"]
        seen.page.get_by_role("link", name="العربية").click()
        assert seen.page.locator("html").get_attribute("dir") == "rtl"
        seen.page.get_by_role("link", name="الأحدث").click()
        assert shown(seen.page) == ["افتتاح الجسر"]
        seen.page.get_by_label("تصفية هذه الصفحة").fill("إفتتاح")
        assert shown(seen.page) == ["افتتاح الجسر"]
        assert seen.complaints == []


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark"), (NARROW, "light")])
@pytest.mark.parametrize(
    ("name", "path"),
    [("index-pt", LISTS), ("index-ar", TO.board("lists", "ar").removeprefix(TO.base)), ("speakers-pt", SPEAKERS)],
)
def test_fit_to_be_read(
    chromium: Browser, base: str, name: str, path: str, size: tuple[int, int], scheme: Scheme
) -> None:
    with visit(chromium, base + path, size, scheme) as seen:
        assert (seen.complaints, seen.violations(), seen.overflow(), seen.elsewhere(base)) == ([], [], 0, [])
        seen.shoot(f"{name}-{size[0]}-{scheme}")


def test_on_paper(chromium: Browser, base: str) -> None:
    with visit(chromium, base + LISTS) as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator("#tools").is_visible()
        assert len(shown(seen.page)) == 4
        seen.shoot("index-pt-print")
