"""A request, a reply, and the headers that every reply carries."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

TEXT = "text/plain; charset=utf-8"

SANDBOX = "sandbox allow-scripts"
"""For pages with a script of ours: it runs, but as nobody's; without an origin there is nothing of this site's to take."""

# No script, no style, nothing from elsewhere, no referrer that would carry the capability away. A page brings a policy of its own.
SECURITY = {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; sandbox",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
}


class Request(Struct, frozen=True, kw_only=True):
    """An HTTP request: the decoded path without a stage's prefix, and headers by lower-case name."""

    path: str
    method: str = "GET"
    query: Mapping[str, str] = {}
    headers: Mapping[str, str] = {}
    body: bytes = b""

    @property
    def capability(self) -> str:
        """What the request shows for its right."""
        return self.query.get("k", "")


class Reply(Struct, frozen=True, kw_only=True):
    """An HTTP answer; ``key`` is the object behind it, where there is one."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = {}
    key: str | None = None


def plain(status: int, text: str, headers: Mapping[str, str] = {}) -> Reply:
    """A line for people; never cached."""
    return Reply(
        status=status, body=f"{text}\n".encode(), headers={"content-type": TEXT, "cache-control": "no-store", **headers}
    )


def found(body: bytes, content_type: str, cache: str, key: str | None = None, **headers: str) -> Reply:
    """What was asked for. Caches between are kept out: who may read is decided at the door, each time."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(
        status=200, body=body, headers={"content-type": content_type, "cache-control": cache, **named}, key=key
    )


def with_headers(reply: Reply, headers: Mapping[str, str]) -> Reply:
    """The reply with these headers over its own."""
    return msgspec.structs.replace(reply, headers={**reply.headers, **headers})


NOT_FOUND = plain(404, "Not found. If you were given this link, check that it is complete.")
"""The one answer to whatever a link does not open, or is there for nobody."""
