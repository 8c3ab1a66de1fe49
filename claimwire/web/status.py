"""How an article stands: small enough to be asked for every few seconds, and a plain answer at every moment of its life."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from claimwire import failures, layout, pointer, render
from claimwire.capabilities import LATEST
from claimwire.index import Entry
from claimwire.render.telling import plain
from claimwire.render.told import spoken
from claimwire.render.words import Words, words
from claimwire.web import negotiate
from claimwire.web.door import Door
from claimwire.web.files import MOVING
from claimwire.web.message import NOT_FOUND, Reply, Request, found


class Page(Struct, frozen=True, kw_only=True):
    """The current version in one language; ``problem`` says why it is not translated."""

    language: str
    url: str
    title: str | None
    claims: int
    problem: str | None


class Standing(Struct, frozen=True, kw_only=True):
    """``waiting``, ``working``, ``ready``, ``refused``, ``failed`` or ``deleted``.

    ``stage`` is what the job is at while it works, ``reason`` why it was refused or has failed.
    """

    status: str
    stage: str | None = None
    reason: str | None = None
    source_language: str | None = None
    version: str | None = None
    pages: tuple[Page, ...] = ()


def status(door: Door, request: Request, article: str) -> Reply:
    """Opened by what opens ``latest``. With ``lang``, reasons are told in that language, as far as we have its words."""
    if article in door.revoked or not door.opens(request, LATEST, article):
        return NOT_FOUND
    language = negotiate.spoken(request.query.get("lang", ""), spoken())
    stands = standing(door, article)
    return found(msgspec.json.encode(_said(stands, words(language)) if language else stands), render.JSON, MOVING)


def _said(stands: Standing, say: Words) -> Standing:
    pages = tuple(replace(page, problem=page.problem and plain(say, page.problem)) for page in stands.pages)
    return replace(stands, reason=stands.reason and plain(say, stands.reason), pages=pages)


def standing(door: Door, article: str) -> Standing:
    """What is known of it now. What failed stays failed until a run succeeds, whatever older version there is."""
    current, _ = pointer.read(door.results, article)
    failure = failures.read(door.results, article)
    if failure:
        return Standing(status="failed", reason=failure.reason)
    if current is None:
        stage = door.inbox.stage(article) if door.inbox else ""
        return Standing(status="working" if stage else "waiting", stage=stage or None)
    return _published(door, current) if current.version else Standing(status="deleted")


def _published(door: Door, current: pointer.Pointer) -> Standing:
    entries = _entries(door, current)
    first = entries[0] if entries else None
    return Standing(
        status=first.status if first else "ready",
        reason=first.reason if first else None,
        source_language=first.source_language if first else None,
        version=current.version,
        pages=tuple(_page(door, entry) for entry in entries),
    )


def _entries(door: Door, current: pointer.Pointer) -> list[Entry]:
    """The current version's index entries, one a language."""
    keys = [key for key in current.index if layout.LANGUAGE.fullmatch(key.split("/")[1])]
    found = [data for key in keys if (data := door.results.get(key)) is not None]
    return [msgspec.json.decode(data, type=Entry) for data in found]


def _page(door: Door, entry: Entry) -> Page:
    return Page(
        language=entry.language,
        url=door.addresses.file(entry.article_id, layout.LATEST, f"digest.{entry.language}.html"),
        title=entry.title,
        claims=len(entry.claims),
        problem=entry.problem,
    )
