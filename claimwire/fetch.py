"""GET /v1/articles/<id>/<version or latest>/<file>?k=…: what a holder of a stored URL gets, and what a stranger gets."""

from __future__ import annotations

import gzip
import re

from msgspec import Struct

from claimwire import capabilities, layout, pointer, render
from claimwire.linkkeys import Keys
from claimwire.ports import Store

_PATH = re.compile(r"/v1/articles/([^/]+)/([^/]+)/([^/]+)")
_WORTH_ZIPPING = 1024  # bytes: below this gzip saves less than it costs
TEXT = "text/plain; charset=utf-8"

# No script, nothing from elsewhere, no referrer that would carry the capability away.
SECURITY = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
}


class Reply(Struct, frozen=True, kw_only=True):
    """An HTTP answer; ``key`` is the object behind it, where there is one."""

    status: int
    body: bytes
    headers: dict[str, str]
    key: str | None = None


def fetch(
    results: Store,
    keys: Keys,
    path: str,
    capability: str,
    revoked: frozenset[str] = frozenset(),
    *,
    gzipped: bool = False,
) -> Reply:
    """The file that the capability opens. Whatever it does not open, or is not there for anybody, is one and the same 404."""
    match = _PATH.fullmatch(path)
    if match is None or match[1] in revoked or not capabilities.verify(keys, capability, *match.groups()):
        return _text(404, "Not found. If you were given this link, check that it is complete.")
    article, version, file = match.groups()
    if version == layout.LATEST:
        current, _ = pointer.read(results, article)
        if current is None or current.version is None:
            return _absent(current)
        version = current.version
    return _file(results, layout.file_key(article, version, file), file, gzipped, fixed=match[2] != layout.LATEST)


def _absent(current: pointer.Pointer | None) -> Reply:
    if current is None:
        return _text(404, "No results yet. Try again in a few seconds.", {"retry-after": "5"})
    return _text(410, "This article was deleted, and its results with it.")


def _file(results: Store, key: str, file: str, gzipped: bool, *, fixed: bool) -> Reply:
    body = results.get(key)
    if body is None:
        return _text(404, "This article has no such file. Its digest.json lists what there is.")
    headers = {
        "content-type": render.content_type(file),
        "cache-control": f"private, max-age={300 if fixed else 0}",
        "vary": "accept-encoding",
    }
    if gzipped and len(body) > _WORTH_ZIPPING:
        body, headers["content-encoding"] = gzip.compress(body, 6, mtime=0), "gzip"
    return Reply(status=200, body=body, headers=headers | SECURITY, key=key)


def _text(status: int, text: str, headers: dict[str, str] | None = None) -> Reply:
    return Reply(
        status=status,
        body=f"{text}\n".encode(),
        headers={"content-type": TEXT, "cache-control": "no-store"} | SECURITY | (headers or {}),
    )
