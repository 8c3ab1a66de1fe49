"""What the queue gave up: sent on after all, or written down, announced, and kept to be tried again."""

from __future__ import annotations

import dataclasses

import msgspec

from claimwire import again, failures, layout, lease, pointer
from claimwire.again import Later, Patience
from claimwire.errors import Busy
from claimwire.failures import Failure
from claimwire.ports import Ledger, Store, Topic
from claimwire.settled import settled
from claimwire.upload import Upload

SILENT = (
    "It broke several times without a word: out of memory, or out of time. The log of the ingest function has more."
)


@dataclasses.dataclass(frozen=True)
class Telling:
    """What telling of a failure needs of the world."""

    sources: Store
    results: Store
    topic: Topic
    ledger: Ledger
    patience: Patience


def found(desk: Telling, upload: Upload, message: str, reason: str, now: float) -> Failure | Later | None:
    """What is to be told of an upload, or sent on; None where it was done meanwhile.

    Sent on is what no run of ours set aside, with a reason, but the queue, and whose message's run was killed after progress: its last
    receive may have been the first with any, and no later one came to notice. It grows no younger thereby, and is told of in the end.

    Raises Busy while a run of the article lives: what it comes to is not known yet.
    """
    article = layout.article_id(upload.bucket, upload.key)
    if _done(desk, article, upload.key):
        return None
    if left := desk.ledger.busy(article):
        raise Busy(f"{upload.key} is in work, for {left:.0f} seconds at most", left)
    if not reason and desk.ledger.killed(article, lease.holder(message, "")):
        after = again.onward(upload, desk.patience, now, lease.killed(upload.key), renewed=False)
        if isinstance(after, Later):
            return after
        reason = after.reason
    return _of_upload(desk, upload, message, reason)


def tell(desk: Telling, failure: Failure) -> None:
    """Keep the record and announce it."""
    failures.keep(desk.results, failure)
    desk.topic.publish(failures.notice(failure))


def _of_upload(desk: Telling, upload: Upload, message: str, reason: str) -> Failure:
    """The failure of one upload; the reason is the message's own, or what the last run left in the ledger."""
    article = layout.article_id(upload.bucket, upload.key)
    fresh = Upload(bucket=upload.bucket, key=upload.key, removed=upload.removed)
    return Failure(
        id=article,
        reason=reason or desk.ledger.noted(article) or SILENT,
        body=msgspec.json.encode(fresh).decode(),
        message=message,
        bucket=upload.bucket,
        key=upload.key,
    )


def _done(desk: Telling, article: str, key: str) -> bool:
    """Whether the source's present state is published and announced: another message did it."""
    current, _ = pointer.read(desk.results, article)
    seen = desk.sources.stat(key)
    if seen is None:
        return current is None or settled(desk.ledger, current, None)
    return current is not None and current.order == seen.modified and settled(desk.ledger, current, current.version)
