"""Plain HTTP requests: what a reader, and a stranger, gets."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from typing import NamedTuple


class Answer(NamedTuple):
    """Status, headers in lower case, body without its gzip."""

    status: int
    headers: dict[str, str]
    body: bytes


class _Stay(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        """Nowhere."""
        return


def get(url: str, **headers: str) -> Answer:
    """One request; header names with underscores for hyphens. Raises ValueError for what is not HTTP, OSError where nobody answers."""
    if not url.startswith(("https://", "http://")):
        raise ValueError(f"not a web address: {url!r}")
    asked = urllib.request.Request(url, headers={n.replace("_", "-"): v for n, v in headers.items()})  # noqa: S310 - checked above
    local = urllib.request.ProxyHandler({}) if "//127.0.0.1" in url else urllib.request.ProxyHandler()
    try:
        with urllib.request.build_opener(local, _Stay()).open(asked, timeout=30) as reply:
            return _answer(reply.status, dict(reply.headers), reply.read())
    except urllib.error.HTTPError as error:
        with error:
            return _answer(error.code, dict(error.headers), error.read())


def _answer(status: int, headers: dict[str, str], body: bytes) -> Answer:
    lower = {name.lower(): value for name, value in headers.items()}
    return Answer(status, lower, gzip.decompress(body) if lower.get("content-encoding") == "gzip" else body)
