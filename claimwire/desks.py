"""What the doors of the queues work with, from the environment of their functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

import msgspec
from msgspec import Struct

from claimwire import wiring
from claimwire.again import Patience
from claimwire.backfill.pending import Archive
from claimwire.errors import BadSetting
from claimwire.failing import Telling
from claimwire.task import Job

if TYPE_CHECKING:
    from claimwire.aws.queue import Queue

Env = Mapping[str, str]


class Onward(Struct, frozen=True, kw_only=True):
    """The queue that uploads are sent on by, and that of archives."""

    uploads: Queue
    archive: Queue

    def behind(self, source: str) -> Self:
        """The same for a message of the queue with this ARN: an archive's article is sent on behind other archives' alone."""
        return msgspec.structs.replace(self, uploads=self.archive) if self.archive.is_at(source) else self


class IngestDesk(Onward, frozen=True, kw_only=True):
    """The job, which may send itself on; the queue it sets things aside in, and its patience."""

    job: Job
    aside: Queue
    patience: Patience


class FailedDesk(Onward, frozen=True, kw_only=True):
    """What tells of failures, and the queues for what is none yet.

    Which queue a dead letter was tried in, Lambda says by an attribute that SQS gives it (``DeadLetterQueueSourceArn``). Where nobody
    says it, as in the local cloud, the uploads' queue is taken: an archive's article then waits among fresh ones, and is done all the same.
    """

    telling: Telling


class BackfillDesk(Struct, frozen=True):
    """What is looked at, and the queue for what is left."""

    archive: Archive
    queue: Queue


def ingest(env: Env) -> IngestDesk:
    """Raises BadSetting, which names the setting at fault."""
    job = wiring.cloud_job(env)
    return IngestDesk(
        job=job,
        uploads=_queue(env, "CLAIMWIRE_QUEUE_URL"),
        aside=_queue(env, "CLAIMWIRE_FAILED_QUEUE_URL"),
        patience=patience(env),
        archive=_queue(env, "CLAIMWIRE_BACKFILL_QUEUE_URL"),
    )


def backfill(env: Env) -> BackfillDesk:
    """What tells whether objects are done: no engine, no link keys."""
    from claimwire.aws.clients import client
    from claimwire.aws.memory import TableMemory
    from claimwire.aws.store import Bucket
    from claimwire.aws.table import TableLedger

    table, told = wiring.required(env, "CLAIMWIRE_TABLE"), wiring.required(env, "CLAIMWIRE_EPOCH")
    archive = Archive(
        sources=Bucket(wiring.required(env, "CLAIMWIRE_ARTICLES_BUCKET"), client("s3")),
        results=wiring.results_bucket(env),
        ledger=TableLedger(table, client("dynamodb")),
        epoch=int(told) + TableMemory(table, client("dynamodb")).epoch(),
    )
    return BackfillDesk(archive, _queue(env, "CLAIMWIRE_BACKFILL_QUEUE_URL"))


def failed(env: Env) -> FailedDesk:
    """What is needed to tell of a failure, or to send on: no engine, no link keys."""
    from claimwire.aws import bus
    from claimwire.aws.clients import client
    from claimwire.aws.store import Bucket
    from claimwire.aws.table import TableLedger

    telling = Telling(
        sources=Bucket(wiring.required(env, "CLAIMWIRE_ARTICLES_BUCKET"), client("s3")),
        results=wiring.results_bucket(env),
        topic=bus.topic(wiring.required(env, "CLAIMWIRE_TOPIC_ARN"), env.get("CLAIMWIRE_EVENT_BUS", "")),
        ledger=TableLedger(wiring.required(env, "CLAIMWIRE_TABLE"), client("dynamodb")),
        patience=patience(env),
    )
    return FailedDesk(
        uploads=_queue(env, "CLAIMWIRE_QUEUE_URL"),
        archive=_queue(env, "CLAIMWIRE_BACKFILL_QUEUE_URL"),
        telling=telling,
    )


def patience(env: Env) -> Patience:
    """From ``CLAIMWIRE_RETRY_DELAY`` and ``CLAIMWIRE_GIVE_UP_AFTER``; raises BadSetting."""
    return Patience(
        first=_seconds(env, "CLAIMWIRE_RETRY_DELAY", Patience().first, 900),
        limit=_seconds(env, "CLAIMWIRE_GIVE_UP_AFTER", Patience().limit, 1_209_600),
    )


def _seconds(env: Env, name: str, default: int, most: int) -> int:
    value = env.get(name, "").strip() or str(default)
    number = int(value) if value.isdecimal() and len(value) < 10 else 0
    if not 1 <= number <= most:
        raise BadSetting(f"{name} must be a whole number of seconds from 1 to {most}, not {value!r}")
    return number


def _queue(env: Env, name: str) -> Queue:
    from claimwire.aws.clients import client
    from claimwire.aws.queue import Queue

    return Queue(wiring.required(env, name), client("sqs"))
