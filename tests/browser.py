"""Debian's Chromium, driven by Playwright: pages as people get them, over HTTP with the door's headers (tests/doorstep.py).

``make chromium`` installs it. A test takes the fixture ``chromium`` (tests/conftest.py), which skips where there is none; ``visit`` opens a
page on a phone or a desktop, light or dark, and hears what it complains of and whom it asks.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

ARTEFACTS = Path(__file__).parent.parent / ".artefacts"  # in no commit: what the pages looked like in the last run
PROGRAM = shutil.which("chromium") or ""

# Nothing of the network but what a page asks for; QUIC and updates would look for hosts of their own.
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# What axe leaves out unless asked: targets of 24 css px (WCAG 2.2, 2.5.8).
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
LOUD = ("error", "warning", "assert")
Scheme = Literal["light", "dark"]
PHONE, DESKTOP, NARROW = (390, 844), (1280, 900), (320, 640)  # css px; 320 is a desktop at 400% (WCAG 1.4.10)
SIZES = {"phone": PHONE, "desktop": DESKTOP}


@dataclass
class Visit:
    """A page in a window of its own, what went wrong in it, and every URL that it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def elsewhere(self, base: str) -> list[str]:
        """What was asked of anybody but ``base``."""
        return [url for url in self.asked if not url.startswith((base, "data:", "about:", "blob:"))]

    def shoot(self, name: str) -> Path:
        """A picture of the whole page, for people to look at."""
        ARTEFACTS.mkdir(exist_ok=True)
        path = ARTEFACTS / f"{name}.png"
        self.page.screenshot(path=path, full_page=True, animations="disabled")
        return path

    def violations(self) -> list[str]:
        """What axe finds of serious or critical weight, one line each with the first places."""
        found = Axe().run(self.page, options=RULES).response["violations"]
        heavy = [each for each in found if each["impact"] in ("serious", "critical")]
        return [f"{each['id']}: {each['help']}: {_places(each)}" for each in heavy]

    def overflow(self) -> int:
        """How many css px the page is wider than its window."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return wide


@contextmanager
def running() -> Iterator[Browser]:
    """A browser for as long as the context lasts; its profile goes with it. Skips the test where there is no browser."""
    if not PROGRAM:
        pytest.skip("Chromium is not installed: make chromium (as root)")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=PROGRAM, args=OPTIONS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser,
    url: str,
    size: tuple[int, int] = DESKTOP,
    scheme: Scheme = "light",
    *,
    script: bool = True,
    **more: Any,
) -> Iterator[Visit]:
    """The page at ``url`` in a profile of its own; ``more`` goes to Playwright's ``new_context``."""
    width, height = size
    phone = {"has_touch": True, "is_mobile": True, "device_scale_factor": 2} if size == PHONE else {}
    settings = {"viewport": {"width": width, "height": height}, "color_scheme": scheme, **phone, **more}
    context = browser.new_context(java_script_enabled=script, **settings)
    try:
        yield _opened(context, url)
    finally:
        context.close()


def _opened(context: BrowserContext, url: str) -> Visit:
    seen = Visit(context.new_page())
    context.on("request", lambda request: seen.asked.append(request.url))
    seen.page.on("console", lambda said: seen.complaints.extend([said.text] if said.type in LOUD else []))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("dialog", lambda dialog: _dismissed(seen, dialog))
    seen.page.goto(url)
    return seen


def _dismissed(seen: Visit, dialog: Dialog) -> None:
    seen.complaints.append(f"a dialog: {dialog.message}")
    dialog.dismiss()


def _places(violation: dict[str, Any]) -> str:
    return "; ".join(str(node["html"])[:160] for node in violation["nodes"][:3])
