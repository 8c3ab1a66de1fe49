"""Whether the functions of a local cloud answer, and what waits for them."""

from __future__ import annotations

import http.client
import json
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from claimwire.errors import BadSetting, TryLater
from claimwire.local.clients import client
from claimwire.local.state import Cloud

SECONDS = 60


def counts(cloud: Cloud, queue_url: str) -> tuple[int, int]:
    """Messages that can be received, and those that somebody has received."""
    found = client(cloud, "sqs").get_queue_attributes(QueueUrl=queue_url, AttributeNames=["All"])["Attributes"]
    return int(found["ApproximateNumberOfMessages"]), int(found["ApproximateNumberOfMessagesNotVisible"])


def await_functions(cloud: Cloud) -> None:
    """Wait until both functions have run once, so that the first upload and the first reader find the code unpacked.

    Raises:
        BadSetting: one is broken.
        TryLater: one does not answer.
    """
    with ThreadPoolExecutor() as pool:
        for waiting in [pool.submit(await_results, cloud), pool.submit(await_ingest, cloud)]:
            waiting.result()


def await_results(cloud: Cloud, seconds: float = SECONDS) -> None:
    """Wake the results function by a stranger's request; raises BadSetting where it is broken, TryLater where it is silent."""
    try:
        status = _get(cloud.base_url + "/v1/articles", seconds)
    except TimeoutError as error:  # a machine that is busy, as with a backlog that is taken up right after the start
        raise TryLater(
            f"the results function did not answer within {seconds:g} s: run the same command again"
        ) from error
    if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
        raise BadSetting(
            f"the results function answers {status}: why is in the log group /aws/lambda/claimwire-results"
        )


def await_ingest(cloud: Cloud) -> None:
    """Wake the ingest function by the message that S3 itself sends to a new queue; raises BadSetting where it is broken."""
    event = {
        "Records": [{"eventSource": "aws:sqs", "body": json.dumps({"Service": "Amazon S3", "Event": "s3:TestEvent"})}]
    }
    answer = client(cloud, "lambda").invoke(FunctionName=cloud.ingest_function, Payload=json.dumps(event).encode())
    if "FunctionError" in answer:
        reason = json.loads(answer["Payload"].read()).get("errorMessage", "no reason given")
        raise BadSetting(f"the ingest function fails: {reason}")


def _get(url: str, seconds: float) -> int:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=seconds)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status
    finally:
        connection.close()
