"""What a queue message says happened: which keys of which bucket. An event only names a key; the object itself says the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote_plus

import msgspec
from msgspec import Struct

TEST_EVENT = "s3:TestEvent"


class MalformedEventError(ValueError):
    """A message that no sender of ours writes: it rises, and the queue sets it aside."""


class _Bucket(Struct):
    name: str


class _Object(Struct):
    key: str


class _Entity(Struct):
    bucket: _Bucket
    object: _Object


class _Record(Struct):
    s3: _Entity


class _Body(Struct, rename="pascal"):
    records: list[_Record] | None = None
    event: str = ""


def uploads(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(bucket, key) of each S3 record in an SQS event; S3's test message gives none. Raises MalformedEventError."""
    for message in event["Records"]:
        yield from _of_body(message["body"])


def _of_body(body: str) -> list[tuple[str, str]]:
    try:
        told = msgspec.json.decode(body, type=_Body)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise MalformedEventError(f"not an S3 event: {body[:200]!r}") from error
    if told.event == TEST_EVENT:
        return []
    if told.records is None:
        raise MalformedEventError(f"not an S3 event: {body[:200]!r}")
    # S3 encodes the key as a form does: a space is "+", and it is decoded exactly once, here.
    return [(record.s3.bucket.name, unquote_plus(record.s3.object.key)) for record in told.records]
