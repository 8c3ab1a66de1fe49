"""What is new in a language: as JSON for programs, as an Atom feed for readers; newest first, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

import msgspec

from claimwire import layout, lists, render
from claimwire.capabilities import FEED, LIST
from claimwire.index import Entry
from claimwire.overview import feeding, headings
from claimwire.render import atom
from claimwire.web import query
from claimwire.web.door import Door
from claimwire.web.message import NOT_FOUND, Reply, Request, found, plain

_CACHE = "private, max-age=60"
_LIMIT = {"list": 20, "feed": feeding.LIMIT}


def as_json(door: Door, request: Request, language: str) -> Reply:
    """The entries with their stored URLs, and the URL of the next page."""
    page = _page(door, request, LIST, language)
    if isinstance(page, Reply):
        return page
    body = {
        "language": language,
        "speaker": request.query.get("speaker"),
        "day": request.query.get("day"),
        "items": [_item(door, entry) for entry in page.entries],
        "next": _next(door, request, page.end),
    }
    return found(msgspec.json.encode(body), render.JSON, _CACHE)


def as_feed(door: Door, request: Request, language: str) -> Reply:
    """The same as Atom (RFC 4287), paged by RFC 5005."""
    page = _page(door, request, FEED, language)
    if isinstance(page, Reply):
        return page
    speaker = request.query.get("speaker", "")
    feed = atom.Feed(
        name=layout.digest_hash("feed", language, layout.speaker_id(speaker)),
        title=headings.list_title(language, speaker),
        language=language,
        url=_url(door, request, request.query),
        following=_next(door, request, page.end),
        items=tuple(_entry(door, entry) for entry in page.entries),
    )
    return found(atom.render(feed), atom.TYPE, _CACHE)


def _page(door: Door, request: Request, purpose: str, language: str) -> lists.Page | Reply:
    """Whoever may read a language's list may read it by speaker; a speaker's own capability opens that speaker alone."""
    speaker = query.speaker(request)
    if not any(door.opens(request, purpose, language, scope) for scope in dict.fromkeys((speaker, ""))):
        return NOT_FOUND
    try:
        wanted = query.wanted(request, language, _LIMIT[purpose])
    except query.BadQuery as error:
        return plain(400, str(error))
    return lists.read(door.results, wanted, door.revoked)


def _item(door: Door, entry: Entry) -> dict[str, object]:
    to = door.addresses
    urls = {file: to.file(entry.article_id, entry.version, file) for file in entry.files}
    return {**msgspec.structs.asdict(entry), "urls": urls, "latest": to.latest(entry.article_id)}


def _entry(door: Door, entry: Entry) -> atom.Item:
    return feeding.item(entry, door.addresses.file(entry.article_id, entry.version, feeding.page_of(entry)))


def _next(door: Door, request: Request, end: str) -> str | None:
    return _url(door, request, {**request.query, "after": end}) if end else None


def _url(door: Door, request: Request, asked: Mapping[str, str]) -> str:
    return f"{door.base.rstrip('/')}{quote(request.path)}?{urlencode(asked, quote_via=quote)}"
