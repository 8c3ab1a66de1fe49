"""A request -> its reply. The only place that knows all paths; docs/openapi.yml describes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from claimwire.web import files, listing
from claimwire.web.door import Door
from claimwire.web.finish import allow, finished
from claimwire.web.message import NOT_FOUND, Reply, Request, plain

Route = Callable[..., Reply]

ROUTES: tuple[tuple[re.Pattern[str], Route], ...] = tuple(
    (re.compile(pattern), route)
    for pattern, route in (
        (r"/v1/articles/([^/]+)/latest", files.latest),
        (r"/v1/articles/([^/]+)/([^/]+)/([^/]+)", files.named),
        (r"/v1/lists/([^/]+)", listing.as_json),
        (r"/v1/feeds/([^/]+)\.atom", listing.as_feed),
    )
)


def answer(door: Door, request: Request) -> Reply:
    """The reply, ready to be sent. Whatever a capability does not open, or is there for nobody, is one and the same 404."""
    if request.method == "OPTIONS":
        return finished(door, request, Reply(status=204, headers=allow(door, request)))
    if request.method not in ("GET", "HEAD"):
        return finished(door, request, plain(405, "Results are read only.", allow(door, request)))
    route, names = _route(request.path)
    return finished(door, request, route(door, request, *names))


def _route(path: str) -> tuple[Route, tuple[Any, ...]]:
    for pattern, route in ROUTES:
        match = pattern.fullmatch(path)
        if match:
            return route, match.groups()
    return lambda _door, _request: NOT_FOUND, ()
