"""What the queue gave up: written down, announced, and kept to be tried again."""

from __future__ import annotations

import dataclasses

import msgspec

from claimwire import failures, layout, pointer
from claimwire.errors import Busy
from claimwire.failures import Failure
from claimwire.ports import Ledger, Store, Topic
from claimwire.settled import settled
from claimwire.upload import Upload

SILENT = (
    "It broke several times without a word: out of memory, or out of time. The log of the ingest function has more."
)


@dataclasses.dataclass(frozen=True)
class FailedDesk:
    """What telling of a failure needs of the world."""

    sources: Store
    results: Store
    topic: Topic
    ledger: Ledger


def of_upload(desk: FailedDesk, upload: Upload, message: str, reason: str) -> Failure:
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


def tell(desk: FailedDesk, failure: Failure) -> bool:
    """Keep the record and announce it, unless the article was done meanwhile. Whether it had to be told.

    Raises Busy while a run of the article lives: what it comes to is not known yet.
    """
    if failure.key and _done(desk, failure):
        return False
    if left := desk.ledger.busy(failure.id):
        raise Busy(f"{failure.key} is in work, for {left:.0f} seconds at most", left)
    failures.keep(desk.results, failure)
    desk.topic.publish(failures.notice(failure))
    return True


def _done(desk: FailedDesk, failure: Failure) -> bool:
    """Whether the source's present state is published and announced: another message did it."""
    current, _ = pointer.read(desk.results, failure.id)
    seen = desk.sources.stat(failure.key)
    if seen is None:
        return current is None or settled(desk.ledger, current, None)
    return current is not None and current.order == seen.modified and settled(desk.ledger, current, current.version)
