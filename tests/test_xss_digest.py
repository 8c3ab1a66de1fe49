"""Hostile text in the pages of a digest, in a browser: under the page's own policy and without any, nothing runs and all of it is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from claimwire import capabilities, render
from claimwire.models import Digest
from claimwire.web import pages
from claimwire.web.message import SECURITY
from tests.browser import Visit, visit
from tests.exposure import from_pages, guarded_and_not, look
from tests.hostile_digests import full, refused
from tests.house import KEYS
from tests.pages import Page, from_markdown
from tests.payloads import PAYLOADS, batches, unseen

LINK = capabilities.relative_links(KEYS)
MAKERS = {"full": full, "refused": refused}
PAGES = [("full", "en"), ("full", "pt"), ("full", "de"), ("full", "ar"), ("refused", "pt")]
TAME = [f"harmless{number}" for number in range(3)]


def made(digest: Digest, prefix: str) -> dict[str, bytes]:
    return {f"/{prefix}/{name}": body for name, body in render.files(digest, LINK).items()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    hostile = {name: made(make(batches(20)), name) for name, make in MAKERS.items()}
    tame = {name: made(make(TAME), f"tame-{name}") for name, make in MAKERS.items()}
    return {path: body for found in (*hostile.values(), *tame.values()) for path, body in found.items()}


@pytest.fixture(scope="module")
def bases(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    def headers(page: bytes) -> dict[str, str]:
        return SECURITY | {"content-type": render.HTML, "content-security-policy": pages.policy(page) or ""}

    with guarded_and_not(from_pages(files, headers)) as both:
        yield both


def use(seen: Visit) -> None:
    """What a reader does: walk through the claims, copy one, ask for help."""
    for key in ("j", "j", "c", "o", "o", "?", "Escape"):
        seen.page.keyboard.press(key)


@pytest.mark.parametrize(("page", "bare"), [*((page, True) for page in PAGES), (PAGES[1], False), (PAGES[4], False)])
def test_no_payload_runs_and_all_are_shown(
    chromium: Browser, bases: tuple[str, str], page: tuple[str, str], bare: bool
) -> None:
    base, (name, language) = bases[bare], page
    found = look(chromium, f"{base}/{name}/digest.{language}.html", use)
    tame = look(chromium, f"{base}/tame-{name}/digest.{language}.html")
    assert (found.ran, found.beyond(tame), found.schemes - {"http:"}) == (False, set(), set())
    assert unseen(found.text) == []


def test_without_a_policy_a_page_would_run_what_was_not_escaped(chromium: Browser, bases: tuple[str, str]) -> None:
    ran = []
    for base in bases:
        with visit(chromium, f"{base}/full/digest.ar.html") as seen:
            seen.page.evaluate(
                "document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=window.pwned=1>')"
            )
            seen.page.wait_for_timeout(100)
            ran.append(seen.page.evaluate("typeof pwned !== 'undefined'"))
    assert ran == [False, True]


def test_an_address_that_is_not_of_the_web_is_no_link(chromium: Browser) -> None:
    """The URL that an article says it has: each payload itself, and behind a host."""
    from claimwire.render.frame import _WEB

    wished = [*PAYLOADS, *(f"https://x.example/{payload}" for payload in PAYLOADS)]
    with visit(chromium, "about:blank") as seen:
        read = seen.page.evaluate(
            "all => all.map(url => { try { return new URL(url).protocol } catch { return 'none' } })", wished
        )
    linked = [(url, scheme) for url, scheme in zip(wished, read, strict=True) if _WEB.fullmatch(url)]
    assert {scheme for _, scheme in linked} <= {"http:", "https:", "none"}
    assert len(linked) > 50


def test_summaries_hold_no_markup_but_their_own(files: dict[str, bytes]) -> None:
    for language in ("en", "pt", "de", "ar"):
        text = files[f"/full/summary.{language}.md"].decode()
        page, tame = from_markdown(text), from_markdown(files[f"/tame-full/summary.{language}.md"].decode())
        assert page.tags().keys() <= tame.tags().keys()
        assert page.values("//@*") == []
        assert unseen(page.text()) == []


def test_every_page_is_the_same_to_another_parser(files: dict[str, bytes]) -> None:
    """lxml reads HTML by older rules than browsers do: what one of them takes for text the other may not."""
    for name, language in PAGES:
        hostile, tame = (Page(files[f"/{each}/digest.{language}.html"].decode()) for each in (name, f"tame-{name}"))
        assert hostile.tags().keys() <= tame.tags().keys()
        assert not [each for each in hostile.values("//@href") if not each.startswith(("#", "../"))]
