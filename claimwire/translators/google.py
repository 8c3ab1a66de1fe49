"""The ``google`` engine: translate.google.com through deep-translator. No key, no contract: for trials and as a fallback."""

from __future__ import annotations

import functools
import importlib.metadata
import tomllib
from collections.abc import Sequence
from pathlib import Path

from claimwire import codes
from claimwire.ports import Limits
from claimwire.translators import options, variants
from claimwire.translators.http import Service, address
from claimwire.translators.remote import Answers, Remote


class Google(Remote):
    """Several segments a request, as lines.

    Args:
        url: where the page is, for those who reach it through a relay of their own.
        timeout: seconds for one request, from first byte to last.
        at_once: requests at one time.
        per_second: requests a second.
    """

    name, title = "google", "Google Translate"
    options = ("url", *options.PACE)
    # deep-translator refuses 5,000 characters; Google refuses some 1,800 Chinese ones (deep-translator#169), of three bytes each.
    limits = Limits(size=4_900, measure="bytes", lines=True, at_once=4)

    def __init__(self, url: str = "", timeout: float = 20.0, **pace: str) -> None:
        super().__init__(pace)
        self._service = Service(self.title, timeout)
        self._url = address(url, self._setting("url"), secret=False) if url else ""

    def identity(self) -> str:
        """Google does not say which model it runs, so only the version of the code that asks."""
        return f"google deep-translator={importlib.metadata.version('deep-translator')}"

    def _ask(self, segments: Sequence[str], source: str, target: str) -> Answers:
        from claimwire.translators.google_page import DEFAULT_URL, Page

        url = self._url or DEFAULT_URL
        return [Page(source, target, url, self._service).translate(segment) for segment in segments]

    def _pair(self, source: str, target: str) -> tuple[str, str] | None:
        """Google reads a language in whatever script it is written; it writes each in one."""
        one, other = _code(source) or _code(codes.base(source)), _code(target)
        return (one, other) if one and other else None


@functools.cache
def _special() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(Path(__file__).with_name("google.toml").read_text("utf-8"))["codes"]
    return table


def _code(code: str) -> str | None:
    from claimwire.translators.google_page import CODES

    named = (_special().get(name, name) for name in variants.names(code))
    return next((name for name in named if name in CODES), None)
