"""A request -> its reply. The only place that knows all paths; docs/openapi.yml describes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from claimwire.web import boards, files, listing, people, status
from claimwire.web.door import Door
from claimwire.web.finish import allow, finished
from claimwire.web.message import NOT_FOUND, Reply, Request, plain
from claimwire.web.uploads import page, tickets

Route = Callable[..., Reply]

ROUTES: tuple[tuple[str, re.Pattern[str], Route], ...] = tuple(
    (method, re.compile(pattern), route)
    for method, pattern, route in (
        ("GET", r"/v1/articles/([^/]+)/latest", files.latest),
        ("GET", r"/v1/articles/([^/]+)/status", status.status),
        ("GET", r"/v1/articles/([^/]+)/([^/]+)/([^/]+)", files.named),
        ("GET", r"/v1/lists/([^/]+)\.html", boards.as_list),
        ("GET", r"/v1/lists/([^/]+)", listing.as_json),
        ("GET", r"/v1/speakers/([^/]+)\.html", boards.as_roll),
        ("GET", r"/v1/feeds/([^/]+)\.atom", listing.as_feed),
        ("GET", r"/v1/upload/(.*)", page.show),
        ("POST", r"/v1/upload/(.*)", tickets.issue),
    )
)


def answer(door: Door, request: Request) -> Reply:
    """The reply, ready to be sent. Whatever a capability does not open, or is there for nobody, is one and the same 404."""
    methods = _methods(request.path)
    if request.method == "OPTIONS":
        return finished(door, request, Reply(status=204, headers=allow(door, request, methods)))
    if request.method not in methods.split(", "):
        return finished(door, request, plain(405, "Results are read only.", allow(door, request, methods)))
    route, names = _route(request.path, "POST" if request.method == "POST" else "GET")
    return finished(door, request, people.told(request, route(door, request, *names)))


def _methods(path: str) -> str:
    """What may be done at a path: reading anywhere, so that nobody learns which paths there are."""
    posted = any(method == "POST" and pattern.fullmatch(path) for method, pattern, _ in ROUTES)
    return "GET, HEAD, POST, OPTIONS" if posted else "GET, HEAD, OPTIONS"


def _route(path: str, asked: str) -> tuple[Route, tuple[Any, ...]]:
    for method, pattern, route in ROUTES:
        match = pattern.fullmatch(path) if method == asked else None
        if match:
            return route, match.groups()
    return lambda _door, _request: NOT_FOUND, ()
