"""Whether the functions of a local cloud answer, and what waits for them."""

from __future__ import annotations

import http.client
import time
from urllib.parse import urlsplit

from claimwire.errors import BadSetting
from claimwire.local.clients import client
from claimwire.local.state import Cloud, Say

SECONDS = 60


def counts(cloud: Cloud, queue_url: str) -> tuple[int, int]:
    """Messages that can be received, and those that somebody has received."""
    found = client(cloud, "sqs").get_queue_attributes(QueueUrl=queue_url, AttributeNames=["All"])["Attributes"]
    return int(found["ApproximateNumberOfMessages"]), int(found["ApproximateNumberOfMessagesNotVisible"])


def await_functions(cloud: Cloud, say: Say) -> None:
    """Wait until both functions have run once, so that the first upload finds them unpacked.

    A new stack's bucket sends test messages through the queue, which wake the ingest function; a stranger's request wakes the
    results function.

    Raises:
        BadSetting: the results function is broken.
    """
    say("waiting for the functions to answer")
    deadline = time.monotonic() + SECONDS
    status = _get(cloud.base_url + "/v1/articles")
    if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
        raise BadSetting(
            f"the results function answers {status}: its log is in ministack.log in the local cloud's folder"
        )
    while any(counts(cloud, cloud.queue_url)) and time.monotonic() < deadline:
        time.sleep(0.05)


def _get(url: str) -> int:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=SECONDS)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status
    finally:
        connection.close()
