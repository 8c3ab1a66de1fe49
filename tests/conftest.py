"""What all tests share: in CI a skipped test is a failure, unless tests/allowed_skips.txt names it with its reason."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ALLOWED = Path(__file__).with_name("allowed_skips.txt")
_skipped: list[str] = []


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser a test file: Playwright holds the thread's event loop while it runs, so none lives longer."""
    from tests.browser import running

    with running() as browser:
        yield browser


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    lines = ALLOWED.read_text().splitlines()
    allowed = {line.split(" # ")[0] for line in lines if line and not line.startswith("#")}
    refused = [name for name in _skipped if name not in allowed]
    if refused and os.environ.get("CI"):
        session.config.get_terminal_writer().line(
            f"\nskipped in CI, and not allowed to be: {', '.join(refused)}", red=True
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
