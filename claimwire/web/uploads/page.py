"""The upload page. It works without script: its forms are signed as it is made; what becomes of one is shown by the page again."""

from __future__ import annotations

import datetime

from msgspec import Struct

from claimwire import capabilities, layout, lists, render
from claimwire.capabilities import LATEST, UPLOAD
from claimwire.index import Entry
from claimwire.readers.limits import MAX_BYTES
from claimwire.web.door import Door
from claimwire.web.message import NOT_FOUND, Reply, Request, found, with_headers
from claimwire.web.status import Standing, standing
from claimwire.web.uploads import names, sheet
from claimwire.web.uploads.inbox import Form, Inbox
from claimwire.web.uploads.reader import Reader, reader

SECONDS = 3600  # that a form without script holds: whoever reads the page first, and then writes an article into it, is not late
_NEWEST = 12  # digests on the page; the rest is behind their list's link
_FORMS = (("file", "bin", "application/octet-stream"), ("text", "txt", "text/plain; charset=utf-8"))


class Watched(Struct, frozen=True):
    """An upload without script, and how it stands."""

    status: str
    standing: Standing


def show(door: Door, request: Request, folder: str) -> Reply:
    """The page of a folder; with ``article`` and ``a``, to which a form without script leads, also how that one stands."""
    folder = f"{folder}/"
    inbox = door.inbox
    if inbox is None or not door.opens(request, UPLOAD, folder):
        return NOT_FOUND
    who = reader(request)
    forms = {name: _form(door, inbox, who, folder, name, *rest) for name, *rest in _FORMS}
    language = who.listed(inbox.targets)
    watched = _watched(door, request)
    text = sheet.render(
        who,
        _told(door, request, folder, inbox, watched),
        forms=forms,
        limit=MAX_BYTES,
        until=_clock(door.now + SECONDS),
        ends=_ends(request),
        inbox=inbox,
        language=language,
        digests=_digests(door, language) if inbox.reads else (),
        **(_ways(door, inbox, language) if inbox.reads else {}),
        page_of=lambda entry: door.addresses.file(entry.article_id, layout.LATEST, f"digest.{language}.html"),
        watched=watched,
    )
    headers = {"content-security-policy": sheet.policy(next(iter(forms.values())).url)}
    return with_headers(found(text.encode(), render.HTML, "no-store"), headers)


def _told(door: Door, request: Request, folder: str, inbox: Inbox, watched: Watched | None) -> dict[str, object]:
    """What the script is told."""
    return {
        "ask": door.addresses.page(folder, request.capability),
        "folder": folder,
        "limit": MAX_BYTES,
        "targets": len(inbox.targets),
        "watch": watched.status if watched else None,
    }


def _form(door: Door, inbox: Inbox, who: Reader, folder: str, name: str, ending: str, kind: str) -> Form:
    """A form that leads back to this page, in the language that was chosen, which then watches the article."""
    key = names.key(folder, name, ending, door.now)
    article = layout.article_id(inbox.bucket, key)
    watch = capabilities.mint(door.keys, article, purpose=LATEST)
    lang = f"&lang={who.language}" if who.chosen else ""
    back = f"{door.addresses.page(folder, who.request.capability)}{lang}&article={article}&a={watch}"
    return inbox.sign(key, {"Content-Type": kind, "success_action_redirect": back}, MAX_BYTES, SECONDS)


def _watched(door: Door, request: Request) -> Watched | None:
    article, a = request.query.get("article", ""), request.query.get("a", "")
    if article in door.revoked or not capabilities.verify(door.keys, a, article, purpose=LATEST, now=door.now):
        return None
    return Watched(door.addresses.status(article), standing(door, article))


def _digests(door: Door, language: str) -> tuple[Entry, ...]:
    return lists.read(door.results, lists.Wanted(language=language, limit=_NEWEST), door.revoked).entries


def _ways(door: Door, inbox: Inbox, language: str) -> dict[str, str]:
    """To all digests in a language, as a page and as a feed."""
    others = [code for code in inbox.targets if code != language]
    return {"feed": door.addresses.feed(language), "board": door.addresses.board("lists", language, others=others)}


def _ends(request: Request) -> str:
    end = capabilities.end_of(request.capability)
    return _clock(end) if end else ""


def _clock(seconds: float) -> str:
    """A moment in ISO 8601, to the minute."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat(timespec="minutes")
