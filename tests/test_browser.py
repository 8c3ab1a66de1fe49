"""The browser that other tests use: it sees what they rely on it to see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from claimwire.web.message import Reply, Request
from tests.browser import DESKTOP, NARROW, visit
from tests.doorstep import serving

BAD = """<!doctype html><html><title>x</title><body style="color:#bbb;background:#fff"><p style="width:900px">Pale</p>
<img src="http://127.0.0.1:9/pixel.png"><script>console.error("broken"); document.title = "ran"</script>"""


def answer(request: Request) -> Reply:
    return Reply(status=200, body=BAD.encode(), headers={"content-type": "text/html; charset=utf-8"})


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with serving(answer) as url:
        yield url


def test_what_is_wrong_with_a_page_is_heard(chromium: Browser, base: str) -> None:
    with visit(chromium, f"{base}/", DESKTOP) as seen:
        assert "broken" in seen.complaints
        assert seen.elsewhere(base) == ["http://127.0.0.1:9/pixel.png"]
        assert {line.partition(":")[0] for line in seen.violations()} >= {
            "color-contrast",
            "html-has-lang",
            "image-alt",
        }


def test_width_scripts_and_pictures(chromium: Browser, base: str) -> None:
    with visit(chromium, f"{base}/", NARROW, "dark", script=False) as seen:
        assert seen.overflow() > 500
        assert seen.page.title() == "x"
        assert seen.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert seen.shoot("browser-itself").stat().st_size > 1000
