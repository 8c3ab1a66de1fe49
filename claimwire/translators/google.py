"""The ``google`` engine: translate.google.com through deep-translator. No key, no contract: for trials and as a fallback."""

from __future__ import annotations

import functools
import importlib.metadata
import tomllib
from collections.abc import Sequence
from pathlib import Path

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.ports import Limits
from claimwire.translators import variants


class Google:
    """Several segments a request, as lines.

    Args:
        url: where the page is, for those who reach it through a relay of their own.
        timeout: seconds for one request, from first byte to last.
    """

    name = "google"
    shareable = True
    # deep-translator refuses 5,000 characters; Google refuses some 1,800 Chinese ones (deep-translator#169), of three bytes each.
    limits = Limits(size=4_900, measure="bytes", lines=True, at_once=4)

    def __init__(self, url: str | None = None, *, timeout: float = 20.0) -> None:
        self._url = url
        self._timeout = timeout

    def identity(self) -> str:
        """Google does not say which model it runs, so only the version of the code that asks."""
        return f"google deep-translator={importlib.metadata.version('deep-translator')}"

    def supports(self, source: str, target: str) -> bool:
        """Whether Google knows both languages."""
        return bool(_source(source) and _code(target))

    def model(self, source: str, target: str) -> str:
        """Such as ``google/en-zh-CN``."""
        return f"google/{_source(source)}-{_code(target)}"

    def notes(self, source: str, target: str) -> tuple[str, ...]:
        """Warnings that go with every answer for this pair."""
        return variants.notes(target)

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One answer a segment. Raises BadSetting for a language that Google lacks, TryLater where it fails or refuses."""
        one, other = _source(source), _code(target)
        if not one or not other:
            raise BadSetting(f"google cannot translate {source} to {target}")
        return [self._ask(one, other, segment) for segment in segments]

    def _ask(self, source: str, target: str, text: str) -> str | None:
        from claimwire.translators.google_page import DEFAULT_URL, Page

        return Page(source, target, self._url or DEFAULT_URL, self._timeout).translate(text)


@functools.cache
def _special() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(Path(__file__).with_name("google.toml").read_text("utf-8"))["codes"]
    return table


def _source(code: str) -> str | None:
    """Google reads a language in whatever script it is written; it writes each in one."""
    return _code(code) or _code(codes.base(code))


def _code(code: str) -> str | None:
    from claimwire.translators.google_page import CODES

    named = (_special().get(name, name) for name in variants.names(code))
    return next((name for name in named if name in CODES), None)
