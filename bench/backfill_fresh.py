"""Fresh uploads while an archive is done: how soon each is announced, and how much of the archive still waits then."""

from __future__ import annotations

import time
from typing import NamedTuple

import msgspec

from claimwire.aws.deployment import Deployment
from claimwire.aws.queue import Queue
from claimwire.local import clients, mailbox
from claimwire.local.state import Cloud
from claimwire.models import Notice
from tests.translators.servers.phrases import sentences

FOLDER = "fresh"
_FIRST = 900_000  # numbers in its sentences that no article of the archive has
_PATIENCE = 120  # seconds


class Overtaken(NamedTuple):
    """One upload: ``seconds`` to its notice, and articles of the archive that waited or were in work ``before`` it and ``after``."""

    seconds: float
    before: int
    after: int


def overtaken(cloud: Cloud, stack: Deployment, number: int = 0) -> Overtaken:
    """Upload an article and wait for its notice; raises TimeoutError."""
    archive, s3 = Queue(stack.outputs["BackfillQueueUrl"], stack.client("sqs")), clients.client(cloud, "s3")
    key, body = f"{FOLDER}/{number}.txt", "\n\n".join(sentences(2, _FIRST + 2 * number)).encode()
    with mailbox.subscribed(cloud, {"key_prefix": [FOLDER]}) as box:
        before, begun = archive.waiting(), time.monotonic()
        s3.put_object(Bucket=cloud.articles_bucket, Key=key, Body=body, ContentType="text/plain")
        while told := box.receive(_PATIENCE):
            notice = msgspec.json.decode(told["Message"], type=Notice)
            if (notice.key, notice.event) == (key, "digest.ready"):
                return Overtaken(time.monotonic() - begun, before, archive.waiting())
    raise TimeoutError(f"{key}: no notice within {_PATIENCE} s")
