"""What a queue message says happened: which keys of which bucket. An event only names a key; the object itself says the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote_plus

import msgspec

TEST_EVENT = "s3:TestEvent"


class MalformedEventError(ValueError):
    """A message that no sender of ours writes: it rises, and the queue sets it aside."""


def uploads(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(bucket, key) of each S3 record in an SQS event; S3's test message gives none. Raises MalformedEventError."""
    for message in event["Records"]:
        yield from _of_body(message["body"])


def _of_body(body: str) -> Iterator[tuple[str, str]]:
    try:
        told = msgspec.json.decode(body)
        if isinstance(told, dict) and told.get("Event") == TEST_EVENT:
            return
        records = told["Records"]
        # S3 encodes the key as a form does: a space is "+", and it is decoded exactly once, here.
        yield from [(record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"])) for record in records]
    except (msgspec.DecodeError, KeyError, TypeError) as error:
        raise MalformedEventError(f"not an S3 event: {body[:200]!r}") from error
