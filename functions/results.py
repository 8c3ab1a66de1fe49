"""/v1/… -> a file of the results, a list, a feed, the upload page; a redirect to a file that is too large to pass through a function."""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from claimwire import capabilities, reception, revocation, wiring
from claimwire.aws import metrics, presign
from claimwire.aws.clients import client
from claimwire.aws.recalled import RecalledShelf
from claimwire.web import routes
from claimwire.web.door import Door
from claimwire.web.message import Reply, Request

_LARGEST = 4_000_000  # bytes: Lambda answers with at most 6 MB, and base64 makes 4 of every 3

_KEYS_FOR = 120  # seconds: a revoked key opens nothing after that
_UNKNOWN_FOR = (
    10  # seconds: a key made meanwhile opens its links after that; strangers' guesses read the secret no oftener
)
_REVOKED_FOR = 60  # seconds: a revoked article opens nothing after that


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """HTTP API, payload format 2.0."""
    del context
    stack, status = wiring.required(os.environ, "CLAIMWIRE_STACK"), 500
    try:
        reply = _reply(request_of(event))
        status = reply.status
        return answer_of(reply)
    finally:  # the class of the answer and nothing of the request: a path says who is read, and k opens it
        print(metrics.line(stack, {"Requests": 1}, time.time(), Answer=f"{status // 100}xx"))


def request_of(event: Mapping[str, Any]) -> Request:
    """What the gateway hands over; the path without the stage's own prefix."""
    return Request(
        method=event["requestContext"]["http"]["method"],
        path=f"/v1/{(event.get('pathParameters') or {}).get('proxy', '')}",
        query=event.get("queryStringParameters") or {},
        headers={name.lower(): value for name, value in (event.get("headers") or {}).items()},
        body=_body(event),
    )


def _body(event: Mapping[str, Any]) -> bytes:
    sent: str = event.get("body") or ""
    return base64.b64decode(sent) if event.get("isBase64Encoded") else sent.encode()


def answer_of(reply: Reply) -> dict[str, Any]:
    """What the gateway takes."""
    body = base64.b64encode(reply.body).decode()
    return {"statusCode": reply.status, "headers": dict(reply.headers), "body": body, "isBase64Encoded": True}


def _door(capability: str, now: float) -> Door:
    moment = int(now)
    return Door(
        results=RecalledShelf(wiring.required(os.environ, "CLAIMWIRE_RESULTS_BUCKET"), client("s3"), now),
        keys=_keys_for(capability, moment),
        base=wiring.required(os.environ, "CLAIMWIRE_BASE_URL"),
        now=now,
        revoked=_revoked(moment // _REVOKED_FOR),
        origins=tuple(os.environ.get("CLAIMWIRE_CORS_ORIGINS", "").replace(",", " ").split()),
        feeds=os.environ.get("CLAIMWIRE_FEED_LINKS") == "true",
        inbox=reception.inbox(os.environ),
        shared=os.environ.get("CLAIMWIRE_SHARED_CACHE") == "true",
    )


def _reply(request: Request) -> Reply:
    reply = routes.answer(_door(request.capability, time.time()), request)
    return reply if len(reply.body) <= _LARGEST else _redirect(reply)


def _redirect(reply: Reply) -> Reply:
    url = presign.get_url(os.environ["CLAIMWIRE_RESULTS_BUCKET"], reply.key or "")
    kept = {name: value for name, value in reply.headers.items() if name.startswith("access-control-")}
    gone = {"location": url, "cache-control": "no-store", "referrer-policy": "no-referrer"}
    return msgspec.structs.replace(reply, status=302, body=b"", headers=kept | gone)


def _keys_for(capability: str, now: int) -> capabilities.Keys:
    """The keys; those of this moment where the capability names one that was made since they were read."""
    keys = _keys(now // _KEYS_FOR)
    named = capabilities.key_of(capability)
    return keys if not named or named in keys.material else _newer(now // _UNKNOWN_FOR)


@lru_cache(maxsize=1)
def _keys(period: int) -> capabilities.Keys:
    """The keys, read anew each period, so that a revoked one stops opening things soon."""
    del period
    return wiring.link_keys(os.environ)


@lru_cache(maxsize=1)
def _newer(period: int) -> capabilities.Keys:
    del period
    return wiring.link_keys(os.environ)


@lru_cache(maxsize=1)
def _revoked(period: int) -> frozenset[str]:
    """Articles whose links are revoked, listed anew each period."""
    del period
    return revocation.revoked(wiring.results_bucket(os.environ))
