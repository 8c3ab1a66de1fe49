"""A queue subscribed to the results topic: how a program on this machine hears of results."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from msgspec import Struct

from claimwire.local.clients import client
from claimwire.local.state import Cloud


class Mailbox(Struct, frozen=True):
    """An open subscription."""

    cloud: Cloud
    queue_url: str

    def receive(self, seconds: int) -> dict[str, Any] | None:
        """The next notice as SNS delivers it (``Message``, ``MessageAttributes`` …), or None when none came in time."""
        sqs = client(self.cloud, "sqs")
        wait = min(seconds, 20)  # the longest that SQS waits
        found = sqs.receive_message(QueueUrl=self.queue_url, WaitTimeSeconds=wait, MaxNumberOfMessages=1).get(
            "Messages", []
        )
        for message in found:
            sqs.delete_message(QueueUrl=self.queue_url, ReceiptHandle=message["ReceiptHandle"])
            envelope: dict[str, Any] = json.loads(message["Body"])
            return envelope
        return self.receive(seconds - wait) if seconds > wait else None


@contextmanager
def subscribed(cloud: Cloud, filter_policy: Mapping[str, Any] | None = None) -> Iterator[Mailbox]:
    """A mailbox for as long as the context lasts; with a filter policy, only what matches comes."""
    sqs, sns = client(cloud, "sqs"), client(cloud, "sns")
    url = sqs.create_queue(QueueName=f"mailbox-{uuid.uuid4().hex[:12]}")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(_policy(arn, cloud.topic_arn))})
    attributes = {"FilterPolicy": json.dumps(filter_policy)} if filter_policy else {}
    subscription = sns.subscribe(
        TopicArn=cloud.topic_arn, Protocol="sqs", Endpoint=arn, Attributes=attributes, ReturnSubscriptionArn=True
    )["SubscriptionArn"]
    try:
        yield Mailbox(cloud, url)
    finally:
        sns.unsubscribe(SubscriptionArn=subscription)
        sqs.delete_queue(QueueUrl=url)


def _policy(queue_arn: str, topic_arn: str) -> dict[str, Any]:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": queue_arn,
        "Condition": {"ArnEquals": {"aws:SourceArn": topic_arn}},
    }
    return {"Version": "2012-10-17", "Statement": [statement]}
