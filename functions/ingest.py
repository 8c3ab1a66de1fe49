"""One upload message (SQS, holding an S3 event) -> one job.

A job that is not done sends itself on, and so does one whose run before was killed after progress. What breaks without any rises: the
message returns to the queue, comes again, and after its last try goes to the dead-letter queue, where ``failed`` finds it.
"""

from __future__ import annotations

import dataclasses
import logging
import os
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from claimwire import again, desks, lease, reception, wiring
from claimwire.aws import events, faults, metrics
from claimwire.task import Job, Outcome
from claimwire.translators.rates import spent
from claimwire.upload import Upload

logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)
_KEYS_FOR = 600  # seconds
# Seconds kept back to render, write and send on, and the most of all that there are: no request to an engine outlives the rest.
_RESERVE, _SHARE = 15.0, 0.2


def handler(event: Mapping[str, Any], context: Any) -> list[dict[str, str]]:  # noqa: ANN401 - Lambda's own object
    """Process every key that the messages name; S3's test message names none and is acknowledged."""
    desk, reserve = _desk(int(time.time()) // _KEYS_FOR), _reserve(context)
    alone = dataclasses.replace(desk.job, seconds=lambda: _left(context) - reserve, reserve=reserve)
    done = []
    for message in events.messages(event):
        for upload in _named(desk, message):
            holder = lease.holder(message.id, context.aws_request_id)
            job = dataclasses.replace(alone, holder=holder, retried=message.retried)
            done.append({"key": upload.key, "action": _one(desk.behind(message.queue), job, upload)})
    return done


def _one(desk: desks.IngestDesk, job: Job, upload: Upload) -> str:
    """What came of one upload."""
    job = dataclasses.replace(job, step=reception.step(os.environ, upload.bucket, upload.key))
    before = job.chain.meter.reading()
    with metrics.run(wiring.required(os.environ, "CLAIMWIRE_STACK"), job.chain.meter, print) as measured:
        ended = again.attempt(job, upload, desk.patience, time.time(), faults.passing)
        measured.update(metrics.came_of(ended))
    sent = job.chain.meter.reading() - before
    told: dict[str, object] = {"key": upload.key, "characters": dict(sent), "usd": spent(sent)}
    if isinstance(ended, Outcome):
        logger.info("%s", ended.action, extra=told | {"version": ended.digest and ended.digest.version})
        return ended.action
    told |= {"reason": ended.reason, "attempts": ended.upload.attempts}
    if isinstance(ended, again.Later):
        desk.uploads.send(ended.upload, ended.delay)
        logger.warning("later", extra=told | {"delay": ended.delay})
        return "later"
    desk.aside.forward(msgspec.json.encode(ended.upload).decode(), ended.reason)
    logger.error("given up", extra=told)
    return "given up"


def _named(desk: desks.IngestDesk, message: events.Message) -> list[Upload]:
    """The uploads of a message; one that names none of ours is set aside at once: no second try would mend it."""
    try:
        return events.ours(message.body, desk.job.sources.name)
    except events.MalformedEventError as error:
        if not message.id:
            raise
        logger.exception("set aside")
        desk.aside.forward(message.body, str(error))
        return []


def _left(context: Any) -> float:  # noqa: ANN401 - Lambda's own object
    return float(context.get_remaining_time_in_millis()) / 1000


def _reserve(context: Any) -> float:  # noqa: ANN401 - Lambda's own object
    """Seconds that translation has to leave over."""
    return min(_RESERVE, _SHARE * _left(context))


@lru_cache(maxsize=1)
def _desk(period: int) -> desks.IngestDesk:
    """The job with its clients and engines, made anew each period, so that a rotated link key is taken up."""
    del period
    return desks.ingest(os.environ)
