"""GET /v1/… -> a file of the results, or a redirect to it where it is too large to pass through a function."""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from claimwire import capabilities, linkkeys, revocation, wiring
from claimwire.aws import presign
from claimwire.fetch import Reply, fetch

_LARGEST = 4_000_000  # bytes: Lambda answers with at most 6 MB, and base64 makes 4 of every 3

_KEYS_FOR = 120  # seconds: a revoked key opens nothing after that
_UNKNOWN_FOR = (
    10  # seconds: a key made meanwhile opens its links after that; strangers' guesses read the secret no oftener
)
_REVOKED_FOR = 60  # seconds: a revoked article opens nothing after that


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """HTTP API, payload format 2.0."""
    del context
    capability, now = (event.get("queryStringParameters") or {}).get("k", ""), int(time.time())
    gzipped = "gzip" in (event.get("headers") or {}).get("accept-encoding", "")
    reply = fetch(
        wiring.results_bucket(os.environ),
        _keys_for(capability, now),
        _path(event),
        capability,
        _revoked(now // _REVOKED_FOR),
        gzipped=gzipped,
    )
    return _answer(reply if len(reply.body) <= _LARGEST else _redirect(reply))


def _path(event: Mapping[str, Any]) -> str:
    """The path without the stage's own prefix."""
    return f"/v1/{(event.get('pathParameters') or {}).get('proxy', '')}"


def _redirect(reply: Reply) -> Reply:
    url = presign.get_url(os.environ["CLAIMWIRE_RESULTS_BUCKET"], reply.key or "")
    return Reply(
        status=302, body=b"", headers={"location": url, "cache-control": "no-store", "referrer-policy": "no-referrer"}
    )


def _answer(reply: Reply) -> dict[str, Any]:
    body = base64.b64encode(reply.body).decode()
    return {"statusCode": reply.status, "headers": reply.headers, "body": body, "isBase64Encoded": True}


def _keys_for(capability: str, now: int) -> linkkeys.Keys:
    """The keys; those of this moment where the capability names one that was made since they were read."""
    keys = _keys(now // _KEYS_FOR)
    named = capabilities.key_of(capability)
    return keys if not named or named in keys.material else _newer(now // _UNKNOWN_FOR)


@lru_cache(maxsize=1)
def _keys(period: int) -> linkkeys.Keys:
    """The keys, read anew each period, so that a revoked one stops opening things soon."""
    del period
    return wiring.link_keys(os.environ)


@lru_cache(maxsize=1)
def _newer(period: int) -> linkkeys.Keys:
    del period
    return wiring.link_keys(os.environ)


@lru_cache(maxsize=1)
def _revoked(period: int) -> frozenset[str]:
    """Articles whose links are revoked, listed anew each period."""
    del period
    return revocation.revoked(wiring.results_bucket(os.environ))
