"""What every reply has in common: security headers, ETag and 304, gzip, HEAD, CORS."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping

import msgspec

from claimwire.web import negotiate
from claimwire.web.door import Door
from claimwire.web.message import SECURITY, Reply, Request, with_headers

_WORTH_ZIPPING = 1024  # bytes: below this gzip saves less than it costs
_SHARED_FOR = 60  # seconds; with those of functions/results.py a revoked link is dead everywhere after three minutes
_PRIVATE = re.compile(r"private, max-age=([1-9]\d*)(.*)")
_TAG = re.compile(r'"[^"]*"')
# A 304 repeats what a 200 would have said of caching (RFC 9110, 15.4.5), and what protects the link.
_BESIDE_BODY = frozenset({"content-type", "content-encoding"})


def finished(door: Door, request: Request, reply: Reply) -> Reply:
    """The reply as it goes out to this request."""
    reply = with_headers(reply, SECURITY | dict(reply.headers) | _cors(door, request) | _vary(door, reply))
    if reply.status == 200:
        reply = _conditional(request, _zipped(request, _shared(reply) if door.shared else reply))
    return msgspec.structs.replace(reply, body=b"") if request.method == "HEAD" else reply


def allow(door: Door, request: Request, methods: str) -> Mapping[str, str]:
    """What may be done with a result; a browser that asks first is told so too, where its page may read."""
    told = {"allow": methods}
    if _cors(door, request):
        told |= {"access-control-allow-methods": methods, "access-control-max-age": "3600"}
        told |= {"access-control-allow-headers": "accept, accept-language, if-none-match"}
    return told


def _shared(reply: Reply) -> Reply:
    """What a browser may keep, a cache in front may keep for a minute, and not a moment longer where it cannot ask (RFC 5861)."""
    kept = _PRIVATE.fullmatch(reply.headers["cache-control"])
    if kept is None:
        return reply
    held = f"s-maxage={min(int(kept[1]), _SHARED_FOR)}, stale-if-error=0"
    return with_headers(reply, {"cache-control": f"public, {held}, max-age={kept[1]}{kept[2]}"})


def _conditional(request: Request, reply: Reply) -> Reply:
    """304 where the reader has it already. The tag is weak: the same for every encoding."""
    wished = request.headers.get("if-none-match", "")
    tag = reply.headers["etag"]
    if wished.strip() != "*" and tag.removeprefix("W/") not in _TAG.findall(wished):
        return reply
    left = {name: value for name, value in reply.headers.items() if name not in _BESIDE_BODY}
    return Reply(status=304, headers=left, key=reply.key)


def _zipped(request: Request, reply: Reply) -> Reply:
    body, more = reply.body, {"etag": f'W/"{hashlib.sha256(reply.body).hexdigest()[:32]}"'}
    if len(body) > _WORTH_ZIPPING and negotiate.gzip(request.headers.get("accept-encoding", "")):
        body, more["content-encoding"] = gzip.compress(body, 6, mtime=0), "gzip"
    return msgspec.structs.replace(with_headers(reply, more), body=body)


def _vary(door: Door, reply: Reply) -> dict[str, str]:
    named = [reply.headers.get("vary", ""), "accept-encoding" if reply.status == 200 else ""]
    if door.origins:
        named.append("origin")
    text = ", ".join(name for name in named if name)
    return {"vary": text} if text else {}


def _cors(door: Door, request: Request) -> dict[str, str]:
    """No credentials are ever asked for: a capability is in the URL."""
    origin = request.headers.get("origin", "")
    if not origin or not {"*", origin} & set(door.origins):
        return {}
    allowed = "*" if "*" in door.origins else origin
    return {"access-control-allow-origin": allowed, "access-control-expose-headers": "etag, retry-after"}
