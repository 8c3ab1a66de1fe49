"""The one path that Lambda, the command line and the backfill share: get, read, …, put, announced.

Every step may run twice, and a crash may come between any two. The order makes that harmless: renderings, then ``digest.json`` with
If-None-Match (the commit: a loser adopts what is there), then index entries, pointer, notice, and last the mark "announced".
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Iterable

import msgspec

from claimwire import copies, failures, index, making, notices, pointer
from claimwire.deletion import forget, forget_version
from claimwire.lease import leased
from claimwire.making import Begun
from claimwire.models import Digest, Notice
from claimwire.ports import Stat
from claimwire.render import JSON
from claimwire.settled import settled
from claimwire.task import Action, Job, Outcome, Stopwatch

logger = logging.getLogger(__name__)

_SIDECARS = (".DS_Store", "Thumbs.db", "desktop.ini")


def run(job: Job, key: str, removed: str = "") -> Outcome:
    """Bring the results of ``key`` up to the source's present state. Safe to repeat, at any time, from anywhere.

    ``removed`` is a version of the source that is gone for good, and its results with it.

    Raises:
        TryLater: an engine or a store failed in a way that may pass, the time is over, or (Busy) another is at it.
    """
    job = dataclasses.replace(job, watch=Stopwatch(job.step))
    if passed_over(key):
        logger.info("passed over", extra={"key": key})
        return Outcome("passed over")
    if removed:
        forget_version(job, key, removed)
    seen = job.sources.stat(key)
    if seen is None:
        return forget(job, key)
    begun = making.begin(job, seen)
    there = making.committed(job, begun.digest)
    if there and settled(job.ledger, pointer.read(job.results, there.article_id)[0], there.version):
        return Outcome("repeated", there)
    with leased(job, begun.digest) as progressed:
        return _publish(job, seen, *_digest(job, begun, progressed))


def passed_over(key: str) -> bool:
    """Whether the key is a folder marker or a system's sidecar file, not an article."""
    name = key.rstrip("/").rpartition("/")[2]
    return key.endswith(("/", "_$folder$")) or name in _SIDECARS or name.startswith(("._", "~$", ".tmp-"))


def _digest(job: Job, begun: Begun, progressed: Callable[[], None]) -> tuple[Digest, Action]:
    """The committed digest; looked for again, as whoever held the lease before may have made it."""
    there = making.committed(job, begun.digest)
    if there:
        return there, "adopted"
    digest = making.commit(job, making.made(job, begun, progressed))
    progressed()
    return digest, "done"


def _publish(job: Job, seen: Stat, digest: Digest, action: Action) -> Outcome:
    job.watch("announce")
    same = copies.link(job.results, digest)
    entries = index.entries(digest, seen, same.others)
    for key, body in entries.items():
        job.results.put(key, body, JSON)
    wanted = pointer.Pointer(
        article_id=digest.article_id,
        event="digest.refused" if digest.status == "refused" else "digest.ready",
        order=seen.modified,
        epoch=job.settings.epoch,
        version=digest.version,
        index=(*entries, *same.keys),
    )
    moved = pointer.advance(job.results, job.sources, seen.key, seen, wanted)
    if moved is None:
        return _superseded(job, seen, digest, wanted.index)
    pointer.sweep(job.results, moved)
    failures.clear(job.results, digest.article_id)
    return Outcome(action, digest, _announce(job, notices.of_digest(digest, moved, job.link, same.others), same.first))


def _announce(job: Job, notice: Notice, first: bool) -> Notice:
    """Publish and mark; a copy of what another article told is marked alone, where the stack announces a text once."""
    notice = msgspec.structs.replace(notice, seconds=job.watch.seconds())
    if first or not job.copies_once:
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
