"""GET /v1/… -> a file of the results, or a redirect to it where it is too large to pass through a function."""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from claimwire import capabilities, wiring
from claimwire.aws import presign
from claimwire.fetch import Reply, fetch

_LARGEST = 4_000_000  # bytes: Lambda answers with at most 6 MB, and base64 makes 4 of every 3

_KEYS_FOR = 120  # seconds


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """HTTP API, payload format 2.0."""
    del context
    query = event.get("queryStringParameters") or {}
    gzipped = "gzip" in (event.get("headers") or {}).get("accept-encoding", "")
    reply = fetch(
        wiring.results_bucket(os.environ),
        _keys(int(time.time()) // _KEYS_FOR),
        _path(event),
        query.get("k", ""),
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


@lru_cache(maxsize=1)
def _keys(period: int) -> capabilities.Keys:
    """The keys, read anew each period, so that a revoked one stops opening things soon."""
    del period
    return wiring.link_keys(os.environ)
