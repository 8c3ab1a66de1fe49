"""A deployed stack and a queue that hears its notices: what the checks work with."""

from __future__ import annotations

import contextlib
import json
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec

from claimwire.aws import subscribing
from claimwire.aws.deployment import Deployment
from claimwire.models import Notice

PATIENCE = 180  # seconds: a first call unpacks the code and loads the models

Found = TypeVar("Found")


class Wrong(Exception):
    """What is not as it must be, and what to do about it."""


class Site:
    """One run: its own folder of keys, its own queue; the notices that came are kept."""

    def __init__(self, there: Deployment, queue: str, patience: int = PATIENCE) -> None:
        self.there, self.queue, self.patience = there, queue, patience
        self.folder = f"first-deploy/{uuid.uuid4().hex[:12]}"
        self.notices: list[Notice] = []

    def put(self, name: str, body: bytes, kind: str = "text/plain") -> str:
        """Upload one article; its key."""
        key = f"{self.folder}/{name}"
        self.there.client("s3").put_object(Bucket=self.articles, Key=key, Body=body, ContentType=kind)
        return key

    @property
    def articles(self) -> str:
        """The bucket of uploads."""
        return self.there.outputs["ArticlesBucket"]

    def heard(self, key: str, event: str) -> Notice:
        """The notice of this event about this key; raises Wrong where none comes in time."""
        return self.waited(lambda: self._found(key, event), f"no {event} about {key}")

    def waited(self, look: Callable[[], Found | None], what: str) -> Found:
        """What ``look`` returns as soon as it is something; raises Wrong when patience ends."""
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline:
            if found := look():
                return found
            time.sleep(1)
        log = self.there.outputs["IngestFunction"]
        raise Wrong(f"{what} within {self.patience} s: read `aws logs tail /aws/lambda/{log}` and `claimwire failures`")

    def _found(self, key: str, event: str) -> Notice | None:
        self.listen()
        return next((notice for notice in self.notices if (notice.key, notice.event) == (key, event)), None)

    def listen(self) -> None:
        """Take what waits in the queue."""
        sqs = self.there.client("sqs")
        found = sqs.receive_message(QueueUrl=self.queue, WaitTimeSeconds=1, MaxNumberOfMessages=10)
        for message in found.get("Messages", []):
            sqs.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])
            self.notices.append(msgspec.json.decode(json.loads(message["Body"])["Message"], type=Notice))


@contextmanager
def opened(there: Deployment, patience: int = PATIENCE) -> Iterator[Site]:
    """A site for as long as the context lasts; then its queue, its subscription and its uploads are gone."""
    name, sqs = f"first-deploy-{uuid.uuid4().hex[:12]}", there.client("sqs")
    arn = subscribing.subscribe(there, "sqs", name, subscribing.Wish())
    site = Site(there, sqs.get_queue_url(QueueName=name)["QueueUrl"], patience)
    try:
        yield site
    finally:
        with contextlib.suppress(Exception):  # each may be gone; the next must still be tried
            _empty(site)
        there.client("sns").unsubscribe(SubscriptionArn=arn)
        sqs.delete_queue(QueueUrl=site.queue)


def _empty(site: Site) -> None:
    """Remove this run's uploads with all their versions: their results go with them."""
    s3 = site.there.client("s3")
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=site.articles, Prefix=f"{site.folder}/"):
        for each in [*page.get("Versions", []), *page.get("DeleteMarkers", [])]:
            s3.delete_object(Bucket=site.articles, Key=each["Key"], VersionId=each["VersionId"])
