"""A storm of uploads for the local cloud: what is sent, in which disorder, and what must stand at its end."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import msgspec

from claimwire.local.clients import client
from claimwire.local.mailbox import Mailbox
from claimwire.local.state import Cloud
from claimwire.models import Notice
from tests.cloud import aws
from tests.translators.servers.phrases import sentences

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sqs import SQSClient

TWICE, DISORDERED, CHANGED, DELETED, POISON = 0.30, 0.10, 0.05, 0.03, 0.02
LATE = 0.5  # of what changes or goes: when half of all is done, so that it is announced, waiting, or in work
_POISON = (b"", bytes(range(256)) * 40, b"1234 5678 ... !!!")


@dataclass
class Article:
    """One key and what happens to it; ``texts`` are its contents one after another, ``lives`` whether it is there at the end.

    ``late``: it changes, or goes, when half of all is done. ``fails``: each of its runs is killed. ``versions``: what the bucket called
    its contents.
    """

    key: str
    texts: list[bytes]
    poison: bool = False
    twice: bool = False
    disordered: bool = False
    lives: bool = True
    late: bool = False
    fails: bool = False
    versions: list[str] = field(default_factory=list)


@dataclass
class Storm:
    """What is sent; ``strays`` are messages that name nothing of ours."""

    articles: list[Article]
    strays: list[str]
    seconds: float = 0.0
    notices: list[Notice] = field(default_factory=list)


def planned(count: int, seed: int = 6) -> Storm:
    """The storm of so many articles; no two sentences of it are alike."""
    chance, lines = random.Random(seed), iter(sentences(count * 8))  # noqa: S311 (a plan, not a secret)
    articles = [_article(number, chance, lines) for number in range(count)]
    foreign = json.dumps({"bucket": "somebody-elses", "key": "a.txt"})
    return Storm(articles, ["this is no event", foreign])


def _article(number: int, chance: random.Random, lines: Iterator[str]) -> Article:
    def text() -> bytes:
        return "\n\n".join(next(lines) for _ in range(3)).encode()

    key = f"storm/{number % 7}/a b+{number}.txt"
    if chance.random() < POISON:
        return Article(key, [chance.choice(_POISON)], poison=True, twice=chance.random() < TWICE)
    texts = [text(), text()] if chance.random() < CHANGED else [text()]
    lives, late = chance.random() >= DELETED, chance.random() < LATE
    return Article(key, texts, False, chance.random() < TWICE, chance.random() < DISORDERED, lives, late)


def sent(cloud: Cloud, storm: Storm, workers: int = 8) -> None:
    """Upload, replace, delete and repeat, from several threads at once."""
    _each(partial(_send, cloud, client(cloud, "s3"), client(cloud, "sqs")), storm.articles, workers)
    for stray in storm.strays:
        client(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody=stray)
    late = [article for article in storm.articles if article.late]
    while late and waiting(cloud) > len(storm.articles) / 2:
        time.sleep(0.3)
    _each(partial(_finish, cloud, client(cloud, "s3")), late, workers)


def _each(do: Callable[[Article], None], articles: Sequence[Article], workers: int) -> None:
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(do, articles))


def _send(cloud: Cloud, s3: S3Client, sqs: SQSClient, article: Article) -> None:
    if article.disordered:  # of what has not happened yet
        _event(cloud, sqs, article, "ObjectRemoved:DeleteMarkerCreated", 0)
    _put(cloud, s3, article, article.texts[0])
    if not article.late:
        _finish(cloud, s3, article)
    if article.twice:
        _event(cloud, sqs, article, "ObjectCreated:Put", 0)
    if article.disordered:  # long after it happened
        _event(cloud, sqs, article, "ObjectCreated:Put", 2)


def _finish(cloud: Cloud, s3: S3Client, article: Article) -> None:
    for text in article.texts[1:]:
        _put(cloud, s3, article, text)
    if not article.lives:
        s3.delete_object(Bucket=cloud.articles_bucket, Key=article.key)


def _put(cloud: Cloud, s3: S3Client, article: Article, text: bytes) -> None:
    put = s3.put_object(Bucket=cloud.articles_bucket, Key=article.key, Body=text, ContentType="text/plain")
    article.versions.append(put["VersionId"])


def _event(cloud: Cloud, sqs: SQSClient, article: Article, name: str, delay: int) -> None:
    record = {"bucket": {"name": cloud.articles_bucket}, "object": {"key": quote_plus(article.key, safe="/")}}
    body = json.dumps({"Records": [{"eventName": name, "s3": record}]})
    sqs.send_message(QueueUrl=cloud.queue_url, MessageBody=body, DelaySeconds=delay)


def waiting(cloud: Cloud) -> int:
    """Messages that wait, are delayed, or are in work, in both queues."""
    sqs, names = aws(cloud, "sqs"), ("", "NotVisible", "Delayed")
    found: list[Mapping[str, str]] = [
        sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        for url in (cloud.queue_url, cloud.dlq_url)
    ]
    return sum(int(one.get(f"ApproximateNumberOfMessages{name}", 0)) for one in found for name in names)


def calm(cloud: Cloud, patience: float, look: Callable[[int], None] = lambda _: None) -> None:
    """Wait until nothing is on its way any more; raises TimeoutError."""
    deadline, quiet = time.monotonic() + patience, 0
    while quiet < 3:
        left = waiting(cloud)
        look(left)
        quiet = 0 if left else quiet + 1
        if time.monotonic() > deadline:
            raise TimeoutError(f"{left} messages still on their way")
        time.sleep(0.3)


def heard(box: Mailbox) -> list[Notice]:
    """All notices that came, in their order."""
    sqs, found = client(box.cloud, "sqs"), list[Notice]()
    while messages := sqs.receive_message(QueueUrl=box.queue_url, WaitTimeSeconds=1, MaxNumberOfMessages=10).get(
        "Messages"
    ):
        for message in messages:
            found.append(msgspec.json.decode(json.loads(message["Body"])["Message"], type=Notice))
            sqs.delete_message(QueueUrl=box.queue_url, ReceiptHandle=message["ReceiptHandle"])
    return found
