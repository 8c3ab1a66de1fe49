"""Words of strangers on the upload page, in a browser: names of files, and what is said of an upload, are shown and never run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from claimwire import failures, layout
from claimwire.addresses import Addresses
from claimwire.failures import Failure
from claimwire.web import routes
from claimwire.web.message import Reply, Request
from tests.boards import put
from tests.browser import visit
from tests.doorstep import serving
from tests.exposure import unguarded
from tests.house import KEYS, House
from tests.inboxes import FOLDER, inbox
from tests.payloads import PAYLOADS, batches, folded, hostile, unseen
from tests.uploadbox import give

MADE = "img, svg, iframe, object, style, math, video, base, script, meta, form, input"
NAMES = [f"{payload} {number}.txt" for number, payload in enumerate(batches(6))]


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture(params=["guarded", "bare"])
def base(house: House, request: pytest.FixtureRequest) -> Iterator[str]:
    """The page with its own policy, and without any."""

    def answer(asked: Request) -> Reply:
        return routes.answer(house.door, asked)

    with serving(unguarded(answer) if request.param == "bare" else answer) as url:
        house.change(base=url, inbox=inbox(endpoint=url, reads=True))
        yield url


def test_names_of_files_are_shown_as_text(chromium: Browser, base: str) -> None:
    with visit(chromium, Addresses(KEYS, base).upload(FOLDER)) as seen:
        give(seen.page, "drop", *((name, "") for name in NAMES))  # empty, so that nothing is sent
        seen.page.wait_for_function(
            "n => document.querySelectorAll('.card[data-state=stopped]').length === n", arg=len(NAMES)
        )
        shown = seen.page.eval_on_selector_all(".card h3", "all => all.map(each => each.textContent)")
        assert len(shown) == len(NAMES)
        assert unseen(" ".join(shown)) == []
        assert seen.page.evaluate("typeof pwned") == "undefined"
        assert (seen.complaints, seen.elsewhere(base)) == ([], [])


def test_what_is_said_of_uploads_and_digests_is_shown_as_text(chromium: Browser, base: str, house: House) -> None:
    put(house.results, *hostile())
    reason = " ".join(PAYLOADS)
    article = layout.article_id("articles", "x")
    failures.keep(house.results, Failure(id=article, reason=reason, body="{}", message="m"))
    to = Addresses(KEYS, base)
    a = to.latest(article).partition("?k=")[2]
    for script in (True, False):
        with visit(chromium, f"{to.upload(FOLDER)}&article={article}&a={a}", script=script) as seen:
            card = seen.page.locator(".card[data-state=failed]")
            card.wait_for()
            assert seen.page.locator("#digests").locator(MADE).count() == 0
            assert seen.page.locator("#digests .rows li").count() > 10
            assert folded(reason)[-200:] in folded(card.text_content() or "")
            if script:
                assert seen.page.evaluate("typeof pwned") == "undefined"
            assert (seen.complaints, seen.elsewhere(base)) == ([], [])
