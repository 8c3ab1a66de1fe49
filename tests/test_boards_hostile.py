"""Hostile text in pages over many articles, in a browser: every payload in every field; none runs, all are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from claimwire.overview import site
from claimwire.web import routes
from tests.boards import put
from tests.browser import visit
from tests.doorstep import serving
from tests.exposure import guarded_and_not
from tests.house import TO, House
from tests.payloads import FIELDS, hostile, unseen

MADE = "img, svg, iframe, object, style, math, video, base, script, meta"


@pytest.mark.parametrize("where", ["http", "disk", "bare"])
def test_nothing_from_outside_runs(chromium: Browser, tmp_path: Path, where: str) -> None:
    """Every payload in every field that a page shows; ``bare`` is a page without any policy."""
    house = House(tmp_path)
    put(house.results, *hostile())
    site.write(
        tmp_path / "out", base="https://news.example/"
    )  # with feeds, so that a link to one stands below each name
    with guarded_and_not(lambda request: routes.answer(house.door, request)) as bases:
        base = bases[where == "bare"]
        http = [base + TO.board(kind, "pt").removeprefix(TO.base) for kind in ("lists", "speakers")]
        disk = [(tmp_path / "out" / name).as_uri() for name in ("index.html", "pages/pt.speakers.html")]
        for url in disk if where == "disk" else http:
            with visit(chromium, url) as seen:
                seen.page.locator("#filter").fill("<img src=x onerror=pwned()>")
                seen.page.keyboard.press("Escape")
                seen.page.mouse.wheel(0, 4000)
                assert seen.page.evaluate("[typeof pwned, document.scripts.length]") == ["undefined", 1]
                assert seen.page.locator("main").locator(MADE).count() == 0
                assert (seen.complaints, seen.elsewhere(url)) == ([], [])
                hrefs = seen.page.evaluate("[...document.links].map((link) => link.protocol)")
                assert set(hrefs) <= {"http:", "file:"}


def test_payloads_are_shown_as_text(chromium: Browser, tmp_path: Path) -> None:
    house = House(tmp_path)
    put(house.results, *hostile())
    with (
        serving(lambda request: routes.answer(house.door, request)) as base,
        visit(chromium, base + TO.board("lists", "pt").removeprefix(TO.base)) as seen,
    ):
        assert len(FIELDS) >= 8
        assert unseen(seen.page.locator("main").text_content() or "") == []
