"""Whether the functions of a local cloud answer, and what waits for them."""

from __future__ import annotations

import http.client
import time
from urllib.parse import urlsplit

from claimwire.errors import BadSetting
from claimwire.local.clients import client
from claimwire.local.state import Cloud

SECONDS = 60


def counts(cloud: Cloud, queue_url: str) -> tuple[int, int]:
    """Messages that can be received, and those that somebody has received."""
    found = client(cloud, "sqs").get_queue_attributes(QueueUrl=queue_url, AttributeNames=["All"])["Attributes"]
    return int(found["ApproximateNumberOfMessages"]), int(found["ApproximateNumberOfMessagesNotVisible"])


def await_results(cloud: Cloud) -> None:
    """Wait until the results function has run once, woken by a stranger's request.

    Raises:
        BadSetting: it is broken.
    """
    status = _get(cloud.base_url + "/v1/articles")
    if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
        raise BadSetting(f"the results function answers {status}: why is in ministack.log in the local cloud's folder")


def await_ingest(cloud: Cloud) -> None:
    """Wait until the ingest function has taken the test messages that a new bucket sends through the queue.

    Raises:
        BadSetting: it is broken.
    """
    deadline = time.monotonic() + SECONDS
    while any(counts(cloud, cloud.queue_url)):
        if time.monotonic() > deadline:
            raise BadSetting(
                "the ingest function takes no messages: why is in ministack.log in the local cloud's folder"
            )
        time.sleep(0.05)


def _get(url: str) -> int:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=SECONDS)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status
    finally:
        connection.close()
