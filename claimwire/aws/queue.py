"""Queues: where a job sends itself on, and where it sets aside what cannot be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from claimwire.upload import Upload

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

_REASON = 1_000  # characters; the whole message may have 1 MiB
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # SQS takes what XML takes


class Queue:
    """One SQS queue."""

    def __init__(self, url: str, sqs: SQSClient) -> None:
        self._url, self._sqs = url, sqs

    def is_at(self, arn: str) -> bool:
        """Whether this is the queue with that ARN, within one account and region: both end in its name."""
        return arn.rpartition(":")[2] == self._url.rpartition("/")[2]

    def waiting(self) -> int:
        """Messages that wait, are in work, or are to be tried again; about so many, as SQS counts."""
        found: Any = self._sqs.get_queue_attributes(QueueUrl=self._url, AttributeNames=["All"])["Attributes"]
        return sum(int(found.get(f"ApproximateNumberOfMessages{where}", 0)) for where in ("", "NotVisible", "Delayed"))

    def send(self, upload: Upload, delay: int = 0) -> None:
        """Ask for an upload to be processed, in ``delay`` seconds (900 at most)."""
        self._sqs.send_message(
            QueueUrl=self._url, MessageBody=msgspec.json.encode(upload).decode(), DelaySeconds=min(delay, 900)
        )

    def forward(self, body: str, reason: str = "") -> None:
        """Hand on a message as it came, with the reason why, if there is one."""
        plain = _FORBIDDEN.sub("�", reason)[:_REASON].strip()
        told: Any = {"reason": {"DataType": "String", "StringValue": plain}} if plain else {}
        self._sqs.send_message(QueueUrl=self._url, MessageBody=body, MessageAttributes=told)
