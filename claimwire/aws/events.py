"""What a message says happened: which keys of which bucket. An event only names a key; the object itself says the rest.

Understood: S3's own records, the same through SNS, SQS or both, EventBridge's form, and our own ``{"bucket": …, "key": …}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote_plus

import msgspec
from msgspec import Struct

from claimwire.aws.records import Body, Detail, Record
from claimwire.upload import Upload

TEST_EVENT = "s3:TestEvent"
_DEEPEST = 3  # SQS holds SNS holds S3: a message within more messages is nobody's
_FOR_GOOD = ("ObjectRemoved:Delete", "LifecycleExpiration:Delete")
"""Events whose versionId is that of the version which is gone; any other's is that of what came, a delete marker for one."""


class MalformedEventError(ValueError):
    """A message that no sender of ours writes: it is set aside at once."""


class Message(Struct, frozen=True, kw_only=True):
    """What a queue hands over; its ``id`` is empty where it was no queue. ``retried``: not for the first time."""

    body: str
    id: str = ""
    retried: bool = False
    reason: str = ""
    """Why it was set aside, where one of us did that."""
    queue: str = ""
    """ARN of the queue."""
    tried: str = ""
    """ARN of the queue where it was tried, of one that SQS moved to that of dead letters."""


class _Value(Struct, rename="camel"):
    string_value: str = ""


class _Queued(Struct, rename="camel"):
    body: str
    event_source: str = ""
    arn: str = msgspec.field(default="", name="eventSourceARN")
    message_id: str = ""
    attributes: dict[str, str] = {}
    message_attributes: dict[str, _Value] = {}


def messages(event: Mapping[str, Any]) -> list[Message]:
    """The messages of an SQS event; any other event counts as one message, sent by nobody."""
    records = event.get("Records")
    if not isinstance(records, list) or not any(isinstance(one, dict) and "body" in one for one in records):
        return [Message(body=msgspec.json.encode(event).decode())]
    return [
        Message(
            body=queued.body,
            id=queued.message_id,
            retried=queued.attributes.get("ApproximateReceiveCount", "1") != "1",
            reason=queued.message_attributes.get("reason", _Value()).string_value,
            queue=queued.arn,
            tried=queued.attributes.get("DeadLetterQueueSourceArn", ""),
        )
        for queued in msgspec.convert(records, list[_Queued])
    ]


def uploads(body: str, depth: int = _DEEPEST) -> list[Upload]:
    """Every object that a message names; S3's test message names none. Raises MalformedEventError."""
    try:
        told = msgspec.json.decode(body, type=Body)
        return _of_body(told, depth)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise MalformedEventError(f"not an S3 event ({error}): {body[:200]!r}") from error


def ours(body: str, bucket: str) -> list[Upload]:
    """The uploads of a message, all of this bucket. Raises MalformedEventError for any other's."""
    named = uploads(body)
    foreign = [upload.bucket for upload in named if upload.bucket != bucket]
    if foreign:
        raise MalformedEventError(f"an event of bucket {foreign[0]!r}, but this stack serves {bucket!r}")
    return named


def _of_body(told: Body, depth: int) -> list[Upload]:
    if told.event == TEST_EVENT:
        return []
    if told.records is not None:
        return [upload for record in told.records for upload in _of_record(record, depth)]
    if told.message is not None and depth:
        return uploads(told.message, depth - 1)
    if told.detail is not None:
        return [_of_detail(told.detail)]
    return [_upload(told.bucket, told.key, told.removed, told.attempts, told.since)]


def _of_record(record: Record, depth: int) -> list[Upload]:
    if record.sns is not None and depth:
        return uploads(record.sns.message, depth - 1)
    if record.s3 is None:
        raise msgspec.ValidationError("a record without s3")
    thing = record.s3.object
    removed = thing.version_id if record.event_name.removeprefix("s3:") in _FOR_GOOD else ""
    # S3 encodes the key as a form does: a space is "+", and it is decoded exactly once, here.
    return [_upload(record.s3.bucket.name, unquote_plus(thing.key, errors="strict"), removed)]


def _of_detail(detail: Detail) -> Upload:
    """EventBridge does not encode keys."""
    removed = detail.object.version if detail.deletion_type == "Permanently Deleted" else ""
    return _upload(detail.bucket.name, detail.object.key, removed)


def _upload(bucket: str | None, key: str | None, removed: str, attempts: int = 0, since: float = 0.0) -> Upload:
    if not bucket or not key:
        raise msgspec.ValidationError("no bucket or no key")
    gone = "" if removed == "null" else removed  # the only version of a bucket that keeps none
    return Upload(bucket=bucket, key=key, removed=gone, attempts=attempts, since=since)
