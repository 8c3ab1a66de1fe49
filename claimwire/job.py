"""The one path that Lambda, the command line and the backfill share: get, read, …, put, announced.

Every step may run twice, and a crash may come between any two. The order makes that harmless: renderings, then ``digest.json`` with
If-None-Match (the commit: a loser adopts what is there), then index entries, pointer, notice, and last the mark "announced".
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Iterable

import msgspec

from claimwire import index, layout, notices, pipeline, pointer, render
from claimwire.deletion import forget
from claimwire.errors import Conflict, Refused, TryLater
from claimwire.models import Article, Digest, Notice
from claimwire.ports import Stat
from claimwire.readers import limits
from claimwire.task import Action, Job, Outcome, Stopwatch

logger = logging.getLogger(__name__)

_SIDECARS = (".DS_Store", "Thumbs.db", "desktop.ini")


def run(job: Job, key: str) -> Outcome:
    """Bring the results of ``key`` up to the source's present state. Safe to repeat, at any time, from anywhere.

    Raises TryLater where an engine or a store failed in a way that may pass.
    """
    job = dataclasses.replace(job, watch=Stopwatch(job.step))
    if passed_over(key):
        logger.info("passed over", extra={"key": key})
        return Outcome("passed over")
    seen = job.sources.stat(key)
    if seen is None:
        return forget(job, key)
    begun, data = _begin(job, seen)
    there = _committed(job, begun)
    if there and _settled(job, begun):
        return Outcome("repeated", there)
    digest = there or _commit(job, _made(job, begun, data, seen))
    return _publish(job, seen, digest, "adopted" if there else "done")


def passed_over(key: str) -> bool:
    """Whether the key is a folder marker or a system's sidecar file, not an article."""
    name = key.rstrip("/").rpartition("/")[2]
    return key.endswith(("/", "_$folder$")) or name in _SIDECARS or name.startswith(("._", "~$", ".tmp-"))


def _begin(job: Job, seen: Stat) -> tuple[Digest, bytes]:
    """Whose digest it is, and the bytes: none where they are too many to fetch (their ETag then stands for the content)."""
    if seen.size > limits.MAX_BYTES:
        data, identity = b"", seen.version or seen.etag
    else:
        data, identity = _get(job, seen), seen.version or ""
    begun = pipeline.begin(data, job.sources.name, seen.key, identity, job.settings, job.chain)
    return msgspec.structs.replace(begun, source=msgspec.structs.replace(begun.source, size=seen.size)), data


def _get(job: Job, seen: Stat) -> bytes:
    job.watch("get")
    data = job.sources.get(seen.key, seen.version)
    if data is None:
        raise TryLater(f"{seen.key} went away while it was read")
    return data


def _committed(job: Job, begun: Digest) -> Digest | None:
    data = job.results.get(layout.file_key(begun.article_id, begun.version, layout.DIGEST))
    return msgspec.json.decode(data, type=Digest) if data is not None else None


def _settled(job: Job, begun: Digest) -> bool:
    """Whether this version is announced and current: one that was current before, and is uploaded again, has still to become so."""
    current, _ = pointer.read(job.results, begun.article_id)
    return (
        current is not None
        and current.version == begun.version
        and job.ledger.announced(begun.article_id, begun.version)
    )


def _article(job: Job, data: bytes, seen: Stat) -> Article:
    limits.check_bytes(seen.size)  # what is too large was not even fetched
    job.watch("read")
    return pipeline.read(data, seen.key, seen.content_type, rules=job.rules)


def _made(job: Job, begun: Digest, data: bytes, seen: Stat) -> Digest:
    try:
        digest = pipeline.compose(begun, _article(job, data, seen), job.settings, job.chain, job.watch)
    except Refused as refusal:
        digest = msgspec.structs.replace(begun, status="refused", reason=str(refusal))
    return msgspec.structs.replace(digest, files=render.names(digest))


def _commit(job: Job, digest: Digest) -> Digest:
    job.watch("put")
    for name, body in render.files(digest, job.relative_link).items():
        job.results.put(layout.file_key(digest.article_id, digest.version, name), body, render.content_type(name))
    data = msgspec.json.encode(digest, order="deterministic")
    try:
        job.results.put(
            layout.file_key(digest.article_id, digest.version, layout.DIGEST), data, render.JSON, if_none_match=True
        )
    except Conflict:
        return _committed(job, digest) or digest
    return digest


def _publish(job: Job, seen: Stat, digest: Digest, action: Action) -> Outcome:
    job.watch("announce")
    entries = index.entries(digest, seen)
    for key, body in entries.items():
        job.results.put(key, body, render.JSON)
    wanted = pointer.Pointer(
        article_id=digest.article_id,
        event="digest.refused" if digest.status == "refused" else "digest.ready",
        order=seen.modified,
        epoch=job.settings.epoch,
        version=digest.version,
        index=tuple(entries),
    )
    moved = pointer.advance(job.results, job.sources, seen.key, seen, wanted)
    if moved is None:
        return _superseded(job, seen, digest, entries)
    pointer.sweep(job.results, moved)
    return Outcome(action, digest, _announce(job, notices.of_digest(digest, moved, job.link)))


def _announce(job: Job, notice: Notice) -> Notice:
    notice = msgspec.structs.replace(notice, seconds=job.watch.seconds())
    job.topic.publish(notice)
    job.ledger.mark_announced(notice)
    return notice


def _superseded(job: Job, seen: Stat, digest: Digest, entries: Iterable[str]) -> Outcome:
    """The source changed under us, or went: its own event does the rest, but what we put in the index must not stay."""
    current, _ = pointer.read(job.results, digest.article_id)
    for key in entries:
        if current is None or key not in current.index:
            job.results.delete(key)
    if job.sources.stat(seen.key) is None:
        return forget(job, seen.key)
    return Outcome("superseded", digest)
