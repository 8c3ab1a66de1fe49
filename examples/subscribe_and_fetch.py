"""Hear of results in a queue, and fetch them by their stored URLs: ``python examples/subscribe_and_fetch.py STACK QUEUE [LANGUAGE]``.

It goes on until Ctrl-C. For the local cloud, ``eval "$(claimwire env)"`` comes first, and STACK is ``claimwire``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import msgspec

from claimwire.aws import deployment, subscribing
from claimwire.models import Digest, Notice


def heard(sqs: Any, queue: str) -> Iterator[Notice]:  # noqa: ANN401 - a boto3 client
    """Notices as they come. One is deleted when the caller asks for the next: what was not worked through comes again."""
    seen: set[str] = set()
    while True:
        for message in sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20).get("Messages", []):
            notice = msgspec.json.decode(json.loads(message["Body"])["Message"], type=Notice)
            if notice.id not in seen:  # a repeat carries the same id
                yield notice
                seen.add(notice.id)
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])


def fetch(notice: Notice) -> Digest | None:
    """The whole record, by a URL that needs no account; None where the article was refused, failed or deleted."""
    url = notice.urls.get("digest.json")
    if url is None:
        return None
    with urlopen(url, timeout=30) as answer:  # noqa: S310 (our own stack's URLs)
        return msgspec.json.decode(answer.read(), type=Digest)


def main(stack: str, queue: str, *languages: str) -> None:
    """Make the queue where it is not there, subscribe it, and print what comes."""
    there = deployment.find(stack, deployment.ambient)
    subscribing.subscribe(there, "sqs", queue, subscribing.Wish(languages=languages))
    sqs = there.client("sqs")
    print(f"listening in {queue}", flush=True)
    for notice in heard(sqs, sqs.get_queue_url(QueueName=queue)["QueueUrl"]):
        digest = fetch(notice)
        print(f"{notice.event}: {notice.title or notice.key}", flush=True)
        for claim in digest.summary.claims if digest and digest.summary else ():
            speaker = claim.speaker and (claim.speaker.name or claim.speaker)
            print(f"  {speaker.text if speaker else '-'}: {claim.text}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
