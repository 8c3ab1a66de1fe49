"""Talking to the local cloud as users do: boto3 and plain HTTP."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from functools import cache
from typing import Any, NamedTuple

import boto3
import msgspec

from claimwire.local.clients import STACK
from claimwire.local.mailbox import Mailbox
from claimwire.local.state import Cloud
from claimwire.models import Notice

PATIENCE = 120  # seconds; these machines are shared


class Answer(NamedTuple):
    status: int
    body: bytes
    headers: dict[str, str]


class _Stay(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def get(
    url: str, headers: dict[str, str] | None = None, method: str | None = None, body: bytes | None = None
) -> Answer:
    """One plain request, through no proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay())
    try:
        with opener.open(urllib.request.Request(url, body, headers or {}, method=method), timeout=60) as answer:  # noqa: S310 (our own URLs)
            return Answer(answer.status, answer.read(), _lower(answer.headers))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.read(), _lower(error.headers))


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


@cache
def aws(cloud: Cloud, service: str) -> Any:
    """A boto3 client of the local cloud, as a user would make one; made once, as that costs more than most calls through it."""
    session: Any = boto3.Session(cloud.access_key, cloud.secret_key, region_name=cloud.region)
    return session.client(service, endpoint_url=cloud.endpoint)


def upload(cloud: Cloud, key: str, body: bytes) -> None:
    aws(cloud, "s3").put_object(Bucket=cloud.articles_bucket, Key=key, Body=body)


def notice(box: Mailbox, key: str, event: str | None = None, seconds: int = PATIENCE) -> Notice:
    """The next notice about ``key``; what comes about others is let go."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        envelope = box.receive(max(1, int(deadline - time.monotonic())))
        if envelope:
            found = msgspec.json.decode(envelope["Message"], type=Notice)
            if found.key == key and event in (None, found.event):
                return found
    raise AssertionError(f"no notice about {key} within {seconds} s")


def until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.3)


def counts(cloud: Cloud, queue_url: str) -> int:
    """Messages in a queue, seen or unseen."""
    found = aws(cloud, "sqs").get_queue_attributes(QueueUrl=queue_url, AttributeNames=["All"])["Attributes"]
    return int(found["ApproximateNumberOfMessages"]) + int(found["ApproximateNumberOfMessagesNotVisible"])


def snapshot(cloud: Cloud) -> dict[str, tuple[str, str]]:
    """Every object of the results bucket with its ETag and time."""
    pages = aws(cloud, "s3").get_paginator("list_objects_v2").paginate(Bucket=cloud.results_bucket)
    return {
        item["Key"]: (item["ETag"], str(item["LastModified"])) for page in pages for item in page.get("Contents", [])
    }


def forget_translations(cloud: Cloud) -> None:
    """Empty the translation memory."""
    table = aws(cloud, "dynamodb")
    for key in translations(cloud):
        table.delete_item(TableName=cloud.table, Key=key)


def translations(cloud: Cloud) -> list[dict[str, Any]]:
    """Keys of the translation memory's rows: every sentence that an engine is asked for leaves one."""
    rows = aws(cloud, "dynamodb").get_paginator("scan").paginate(TableName=cloud.table)
    items = (item for page in rows for item in page["Items"] if item["pk"]["S"].startswith("memory#"))
    return [{"pk": item["pk"], "sk": item["sk"]} for item in items]


@contextmanager
def without(cloud: Cloud, function: str, action: str) -> Iterator[None]:
    """The function's role without the statements that allow ``action``, for as long as the context lasts."""
    role = aws(cloud, "lambda").get_function_configuration(FunctionName=function)["Role"].rpartition("/")[2]
    with without_where(cloud, role, lambda statement: action in _listed(statement["Action"])):
        yield


@contextmanager
def without_where(cloud: Cloud, role: str, gone: Callable[[dict[str, Any]], bool]) -> Iterator[None]:
    """A role without the statements that ``gone`` names, for as long as the context lasts."""
    iam = aws(cloud, "iam")
    names = iam.list_role_policies(RoleName=role)["PolicyNames"]
    before = {name: iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"] for name in names}
    removed = 0
    for name, document in before.items():
        kept = [statement for statement in document["Statement"] if not gone(statement)]
        removed += len(document["Statement"]) - len(kept)
        if kept:
            _put(iam, role, name, {**document, "Statement": kept})
        else:  # there is no policy without a statement
            iam.delete_role_policy(RoleName=role, PolicyName=name)
    assert removed, f"{role} has no such statement"
    try:
        yield
    finally:
        for name, document in before.items():
            _put(iam, role, name, document)


def function(cloud: Cloud, name: str) -> str:
    """Name of a deployed function."""
    resources = aws(cloud, "cloudformation").describe_stack_resources(StackName=STACK)["StackResources"]
    found: str = next(
        item["PhysicalResourceId"]
        for item in resources
        if item["ResourceType"] == "AWS::Lambda::Function" and item["PhysicalResourceId"].endswith(name)
    )
    return found


def _listed(action: str | list[str]) -> list[str]:
    return [action] if isinstance(action, str) else action


def _put(iam: Any, role: str, name: str, document: dict[str, Any]) -> None:
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=msgspec.json.encode(document).decode())
