"""``latest.json``: which version of an article is current. Moved forward only, by conditional writes.

The proof that no order of events lets an older version win: a job reads the pointer, *then* looks at the source, and writes only if
the pointer is still as read. Whoever replaced the source after that look writes later, or has made this write fail.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from claimwire import layout
from claimwire.errors import Conflict, TryLater
from claimwire.models import Event
from claimwire.ports import Stat, Store

TRIES = 20
VACANT = ""
"""The order of a pointer whose version was removed from under it: before every other."""


class Pointer(Struct, frozen=True, kw_only=True):
    """The current version, or a tombstone (``version`` None). ``replaced`` holds index keys still to be swept."""

    article_id: str
    event: Event
    order: str
    epoch: int
    version: str | None = None
    previous: str | None = None
    index: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


def read(results: Store, article: str) -> tuple[Pointer | None, str | None]:
    """The pointer and its ETag, or two Nones."""
    key = layout.pointer_key(article)
    stat = results.stat(key)
    data = results.get(key, stat.version) if stat else None
    if stat is None or data is None:
        return None, None
    return msgspec.json.decode(data, type=Pointer), stat.etag


def advance(results: Store, sources: Store, key: str, seen: Stat, wanted: Pointer) -> Pointer | None:
    """Make ``wanted`` current, if the source is still as ``seen`` and nothing later stands there.

    Returns the pointer as it then stands for this version, or None where a newer source or epoch has the place.
    """
    for _ in range(TRIES):
        there, etag = read(results, wanted.article_id)
        if not _unchanged(sources.stat(key), seen):
            return None
        if there and there.version == wanted.version:
            return there
        if there and (there.order, there.epoch) > (wanted.order, wanted.epoch):
            return None
        try:
            return _write(results, _following(there, wanted), etag)
        except Conflict:
            continue
    raise TryLater(f"the pointer of {key} changed {TRIES} times meanwhile")


def bury(results: Store, sources: Store, key: str, article: str) -> Pointer | None:
    """Leave a tombstone, unless the source is back. None where it is back, or nothing was ever published."""
    for _ in range(TRIES):
        there, etag = read(results, article)
        if sources.stat(key) is not None or there is None:
            return None
        if there.version is None:
            return there
        try:
            return _write(results, _tombstone(there), etag)
        except Conflict:
            continue
    raise TryLater(f"the pointer of {key} changed {TRIES} times meanwhile")


def vacate(results: Store, article: str, version: str) -> None:
    """Where ``version`` is current, leave its place to any other, older ones included: its source is gone for good."""
    for _ in range(TRIES):
        there, etag = read(results, article)
        if there is None or there.version != version:
            return
        try:
            vacant = msgspec.structs.replace(_tombstone(there), order=VACANT)
            sweep(results, _write(results, vacant, etag))
        except Conflict:
            continue
        return
    raise TryLater(f"the pointer of {article} changed {TRIES} times meanwhile")


def sweep(results: Store, moved: Pointer) -> None:
    """Remove the index entries that the pointer has left behind."""
    for key in moved.replaced:
        results.delete(key)


def _unchanged(now: Stat | None, seen: Stat) -> bool:
    return now is not None and (now.version, now.etag) == (seen.version, seen.etag)


def _following(there: Pointer | None, wanted: Pointer) -> Pointer:
    if there is None:
        return wanted
    follows = there.version is not None or there.order == VACANT
    event: Event = "digest.updated" if wanted.event == "digest.ready" and follows else wanted.event
    swept = tuple(key for key in there.index + there.replaced if key not in wanted.index)
    return msgspec.structs.replace(wanted, event=event, previous=there.version, replaced=swept)


def _tombstone(there: Pointer) -> Pointer:
    return msgspec.structs.replace(
        there,
        event="digest.deleted",
        version=None,
        previous=there.version,
        index=(),
        replaced=there.index + there.replaced,
    )


def _write(results: Store, pointer: Pointer, etag: str | None) -> Pointer:
    key, data = layout.pointer_key(pointer.article_id), msgspec.json.encode(pointer)
    results.put(key, data, "application/json", if_none_match=etag is None, if_match=etag)
    return pointer
