"""The corpus itself: large, and sharp: where nothing is escaped it runs, asks and makes elements, and our instruments see it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from claimwire.web.message import Reply, Request
from tests.browser import visit
from tests.corpus import PARTS, corpus, disguised
from tests.doorstep import serving
from tests.exposure import look
from tests.payloads import PAYLOADS, folded, unseen

# Each in a document of its own; one that has gone elsewhere has run too. It waits for as many as should run, not for a time:
# what a busy machine has not begun yet is no payload that does nothing.
_LET_LOOSE = """async ([texts, enough]) => {
  const frames = Object.entries(texts).map(([payload, text]) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.contentWindow.alert = () => { frame.contentWindow.pwned = 1; };
    frame.contentDocument.open(); frame.contentDocument.write(text); frame.contentDocument.close();
    return [payload, frame];
  });
  const ran = (frame) => { try { return typeof frame.contentWindow.pwned !== "undefined"; } catch { return true; } };
  const all = () => frames.filter(([, frame]) => ran(frame)).map(([payload]) => payload);
  const missing = () => enough.filter((payload) => !all().includes(payload)).length || all().length < 100;
  for (let waited = 0; waited < 200 && missing(); waited += 1) await new Promise((done) => setTimeout(done, 100));
  return all();
}"""
_CERTAIN = ["<img src=x onerror=pwned=1>", "<script>alert(1)</script>", "'><script>pwned=1</script>"]


def in_place(payload: str) -> str:
    """Where it would do harm: as an element's content, or in an attribute's value if it begins with the end of one."""
    quote = payload[0] if payload[0] in "\"'" else ""
    return f"<p title={quote}{payload}{quote}>x" if quote else f"<p>{payload}"


def blank(request: Request) -> Reply:
    return Reply(status=200, body=b"<!doctype html><title>x</title>", headers={"content-type": "text/html"})


def test_it_is_large_and_holds_nothing_twice() -> None:
    classes = corpus()
    assert len(PAYLOADS) >= 500
    assert len({*PAYLOADS}) == len(PAYLOADS)
    assert min(map(len, classes.values())) >= 12
    assert not [payload for payload in PAYLOADS if not folded(payload)]


def test_most_of_what_should_run_does_run_where_nothing_is_escaped(chromium: Browser) -> None:
    classes = corpus()
    sharp = ("elements that run by themselves", "script elements", "ends of a context")
    with serving(blank) as base, visit(chromium, base) as seen:
        seen.page.route("**/*", lambda route: route.abort())
        texts = {payload: in_place(payload) for name in sharp for payload in classes[name]}
        ran = seen.page.evaluate(_LET_LOOSE, [texts, _CERTAIN])
    assert len(ran) >= 100
    assert {*_CERTAIN} <= {*ran}


def test_browsers_read_some_disguises_as_the_scheme(chromium: Browser) -> None:
    urls = {name: url for name, url in disguised("javascript", "pwned=1").items() if name in PARTS["disguises"]}
    with visit(chromium, "about:blank") as seen:
        read = seen.page.evaluate("urls => Object.keys(urls).filter(name => URL.canParse(urls[name]))", urls)
    assert {"plain", "mixed", "tab", "newline", "return", "space", "control", "slashes"} <= {*read}


def test_the_look_sees_what_has_run_and_what_was_made(chromium: Browser) -> None:
    def careless(request: Request) -> Reply:
        words = "harmless" if request.path == "/tame" else "<img src=data:, onerror=pwned=1><a href=javascript:1>x</a>"
        body = f"<!doctype html><link rel=icon href=data:,><p>{words}".encode()
        return Reply(status=200, body=body, headers={"content-type": "text/html"})

    with serving(careless) as base:
        tame, found = look(chromium, f"{base}/tame"), look(chromium, f"{base}/x")
        assert (found.ran, found.schemes - tame.schemes) == (True, {"javascript:"})
        assert found.beyond(tame) == {"img ", "img src", "img onerror", "a ", "a href"}
        assert unseen(found.text, ["<img"]) == ["<img"]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<img src=//x.example/p.png>"])
def test_dialogs_and_requests_are_heard(chromium: Browser, words: str) -> None:
    page = Reply(status=200, body=f"<link rel=icon href=data:,>{words}".encode(), headers={"content-type": "text/html"})
    with serving(lambda request: page) as base, pytest.raises(AssertionError):
        look(chromium, f"{base}/")
