"""Subscriptions to a topic, with a filter on the notices' attributes; a queue that is not there is made."""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec import Struct

from claimwire import codes, layout
from claimwire.aws.clients import code
from claimwire.aws.deployment import Deployment
from claimwire.aws.topic import MAX_VALUE
from claimwire.errors import BadSetting

EVENTS = ("ready", "updated", "refused", "failed", "deleted")
_SUCH = {"email": "desk@example.org", "https": "https://example.org/notices", "http": "http://127.0.0.1:8000/"}
_PENDING = "pending confirmation"
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_QUEUE = re.compile(r"[A-Za-z0-9_-]{1,80}")
_ARN = re.compile(r"arn:[a-z-]+:sqs:[a-z0-9-]+:\d{12}:([A-Za-z0-9_-]{1,80})")


class Wish(Struct, frozen=True, kw_only=True):
    """What a subscriber wants to hear of; empty is everything. Codes are BCP-47, ``events`` without their ``digest.``."""

    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    folder: str = ""

    def policy(self) -> dict[str, list[Any]]:
        """SNS's filter policy: every attribute that is named must have one of its values. Raises BadSetting."""
        unknown = sorted(set(self.events) - set(EVENTS))
        if unknown:
            raise BadSetting(f"unknown event {', '.join(unknown)}: choose of {', '.join(EVENTS)}")
        named: dict[str, list[Any]] = {
            "languages": [codes.canonical(each) for each in self.languages],
            "source_language": [codes.canonical(each) for each in self.sources],
            "speakers": [name[:MAX_VALUE] for name in self.speakers],
            "event": [f"digest.{each}" for each in self.events],
            "key_prefix": [self.folder, {"prefix": f"{self.folder}/"}] if self.folder else [],
        }
        return {name: values for name, values in named.items() if values}


def subscribe(there: Deployment, protocol: str, endpoint: str, wish: Wish) -> str:
    """Subscribe an address; the subscription's ARN, or ``pending confirmation``. Raises BadSetting."""
    policy = wish.policy()
    attributes = {"FilterPolicy": json.dumps(policy)} if policy else {}
    if protocol == "sqs":
        endpoint = _queue(there, endpoint)
    elif not (_MAIL.fullmatch(endpoint) if protocol == "email" else endpoint.startswith(f"{protocol}://")):
        raise BadSetting(f"{endpoint!r} is no address for {protocol}: give one such as {_SUCH[protocol]}")
    found: str = there.client("sns").subscribe(
        TopicArn=there.outputs["TopicArn"], Protocol=protocol, Endpoint=endpoint, Attributes=attributes
    )["SubscriptionArn"]
    return found


def pending(arn: str) -> bool:
    """Whether the address has still to confirm."""
    return not arn.startswith("arn:") or arn.endswith(_PENDING)


def _queue(there: Deployment, name: str) -> str:
    """The ARN of a queue of this account, made where it is not there; the topic, and nobody else new, may send to it."""
    match, sqs = _ARN.fullmatch(name), there.client("sqs")
    short = match[1] if match else name
    if not _QUEUE.fullmatch(short):
        raise BadSetting(f"{name!r} is no queue: a name of letters, digits, - and _, or an ARN")
    try:
        url = sqs.get_queue_url(QueueName=short)["QueueUrl"]
    except sqs.exceptions.ClientError as error:
        if not code(error).endswith(("NonExistentQueue", "QueueDoesNotExist")):
            raise
        url = sqs.create_queue(QueueName=short, Attributes={"SqsManagedSseEnabled": "true"})["QueueUrl"]
    _allow(sqs, url, there.outputs["TopicArn"])
    arn: str = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    return arn


def _allow(sqs: Any, url: str, topic: str) -> None:  # noqa: ANN401 - a client
    """One statement more in the queue's policy, beside those that others put there; a second time changes nothing."""
    there = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn", "Policy"])["Attributes"]
    policy = json.loads(there.get("Policy") or '{"Version": "2012-10-17", "Statement": []}')
    statement = {
        "Sid": "claimwire" + layout.digest_hash(topic)[:8],  # of its own: one queue may hear several stacks
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": there["QueueArn"],
        "Condition": {"ArnEquals": {"aws:SourceArn": topic}},
    }
    if statement not in policy["Statement"]:
        policy["Statement"].append(statement)
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(policy)})
