"""A ticket: what a browser needs to put one article into the bucket, and to see what becomes of it."""

from __future__ import annotations

import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from claimwire import layout, render
from claimwire.capabilities import UPLOAD
from claimwire.readers.limits import MAX_BYTES
from claimwire.web.door import Door
from claimwire.web.message import NOT_FOUND, Reply, Request, plain
from claimwire.web.uploads import formats, names
from claimwire.web.uploads.inbox import Form, Inbox

SECONDS = 900  # a slow line takes a minute for 10 MB; who is later asks again
_TARGETS = "x-amz-meta-claimwire-targets"


class Wanted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an uploader has: a file's name, its size in bytes, what the browser calls its type; ``targets`` empty are all."""

    name: Annotated[str, Meta(max_length=1000)]
    size: Annotated[float, Meta(ge=0)]  # to JSON 9.0 is a whole number too
    type: Annotated[str, Meta(max_length=200)] = ""
    targets: Annotated[tuple[str, ...], Meta(max_length=100)] = ()


class Ticket(Struct, frozen=True, kw_only=True):
    """The form to post, and the stored URLs at which there will be results; ``expires`` is the form's end, not theirs."""

    article_id: str
    key: str
    url: str
    fields: dict[str, str]
    expires: str
    status: str
    latest: str
    pages: dict[str, str]
    digest: str


def issue(door: Door, request: Request, folder: str) -> Reply:
    """Answer ``{name, size, type, targets}`` with a ticket."""
    folder = f"{folder}/"
    if door.inbox is None or not door.opens(request, UPLOAD, folder):
        return NOT_FOUND
    try:
        wanted = msgspec.json.decode(request.body, type=Wanted)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        return plain(400, f'The request is not understood: {error}. It is JSON such as {{"name": "a.txt", "size": 9}}.')
    kind = formats.of(wanted.name, wanted.type)
    if kind is None:
        return plain(415, f"This kind of file is not read. These are: {', '.join(formats.endings())}.")
    refused = _refused(door.inbox, wanted)
    if refused:
        return refused
    key = names.key(folder, wanted.name, kind.ending, door.now)
    fields = {"Content-Type": kind.media_type} | _targets(door.inbox, wanted)
    return _ticket(door, door.inbox, key, door.inbox.sign(key, fields, MAX_BYTES, SECONDS))


def _refused(inbox: Inbox, wanted: Wanted) -> Reply | None:
    if not wanted.size.is_integer():
        return plain(400, "size: a whole number of bytes is meant.")
    if not 1 <= wanted.size <= MAX_BYTES:
        return plain(413, f"A file of {wanted.size:,.0f} bytes is not taken: 1 to {MAX_BYTES:,} are.")
    more = [code for code in wanted.targets if code not in inbox.targets]
    if more:
        return plain(422, f"targets: this stack translates into {', '.join(inbox.targets)}.")
    return None


def _targets(inbox: Inbox, wanted: Wanted) -> dict[str, str]:
    """Nothing where all are wanted: the stack's own, whatever they are when the article is read."""
    chosen = [code for code in inbox.targets if code in wanted.targets]
    return {_TARGETS: ",".join(chosen)} if chosen and len(chosen) < len(inbox.targets) else {}


def _ticket(door: Door, inbox: Inbox, key: str, form: Form) -> Reply:
    to, article = door.addresses, layout.article_id(inbox.bucket, key)
    ends = datetime.datetime.fromtimestamp(door.now + SECONDS, datetime.UTC)
    ticket = Ticket(
        article_id=article,
        key=key,
        url=form.url,
        fields=dict(form.fields),
        expires=ends.isoformat(timespec="seconds").replace("+00:00", "Z"),
        status=to.status(article),
        latest=to.latest(article),
        pages={code: to.file(article, layout.LATEST, f"digest.{code}.html") for code in inbox.targets},
        digest=to.file(article, layout.LATEST, layout.DIGEST),
    )
    headers = {"content-type": render.JSON, "cache-control": "no-store"}
    return Reply(status=201, body=msgspec.json.encode(ticket), headers=headers)
