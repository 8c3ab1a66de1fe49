"""A storm of uploads for the local cloud: what is sent, in which disorder, and what must stand at its end."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

import msgspec

from claimwire import failures, layout
from claimwire.aws.store import Bucket
from claimwire.local.clients import client
from claimwire.local.mailbox import Mailbox
from claimwire.local.state import Cloud
from claimwire.models import Digest, Notice
from claimwire.pointer import Pointer
from tests.translators.servers.phrases import sentences

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sqs import SQSClient

TWICE, DISORDERED, CHANGED, DELETED, POISON = 0.30, 0.10, 0.05, 0.03, 0.02
_POISON = (b"", bytes(range(256)) * 40, b"1234 5678 ... !!!")


@dataclass
class Article:
    """One key and what happens to it; ``texts`` are its contents one after another, ``lives`` whether it is there at the end."""

    key: str
    texts: list[bytes]
    poison: bool = False
    twice: bool = False
    disordered: bool = False
    lives: bool = True


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
    lives = chance.random() >= DELETED
    return Article(key, texts, twice=chance.random() < TWICE, disordered=chance.random() < DISORDERED, lives=lives)


def sent(cloud: Cloud, storm: Storm, workers: int = 8) -> None:
    """Upload, replace, delete and repeat, from several threads at once."""
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(partial(_send, cloud, client(cloud, "s3"), client(cloud, "sqs")), storm.articles))
    for stray in storm.strays:
        client(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody=stray)


def _send(cloud: Cloud, s3: S3Client, sqs: SQSClient, article: Article) -> None:
    if article.disordered:  # of what has not happened yet
        _event(cloud, sqs, article, "ObjectRemoved:DeleteMarkerCreated", 0)
    for text in article.texts:
        s3.put_object(Bucket=cloud.articles_bucket, Key=article.key, Body=text, ContentType="text/plain")
    if not article.lives:
        s3.delete_object(Bucket=cloud.articles_bucket, Key=article.key)
    if article.twice:
        _event(cloud, sqs, article, "ObjectCreated:Put", 0)
    if article.disordered:  # long after it happened
        _event(cloud, sqs, article, "ObjectCreated:Put", 2)


def _event(cloud: Cloud, sqs: SQSClient, article: Article, name: str, delay: int) -> None:
    record = {"bucket": {"name": cloud.articles_bucket}, "object": {"key": quote_plus(article.key, safe="/")}}
    body = json.dumps({"Records": [{"eventName": name, "s3": record}]})
    sqs.send_message(QueueUrl=cloud.queue_url, MessageBody=body, DelaySeconds=delay)


def waiting(cloud: Cloud) -> int:
    """Messages that wait, are delayed, or are in work, in both queues."""
    names = ("", "NotVisible", "Delayed")
    found: list[Mapping[str, str]] = [
        client(cloud, "sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]  # type: ignore[misc]
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
    """All notices that came."""
    envelopes = iter(lambda: box.receive(1), None)
    return [msgspec.json.decode(envelope["Message"], type=Notice) for envelope in envelopes]


def faults(cloud: Cloud, storm: Storm) -> list[str]:
    """What is not as it must be; empty where all is well."""
    results = Bucket(cloud.results_bucket, client(cloud, "s3"))
    wrong = [fault for article in storm.articles for fault in _of_article(cloud, results, storm.notices, article)]
    indexed = set(results.list("index/"))
    named = {key for article in storm.articles for key in _pointer(cloud, results, article)[1].index}
    wrong += [f"index: {key} is left over" for key in sorted(indexed - named)]
    wrong += [f"index: {key} is missing" for key in sorted(named - indexed)]
    by_version = Counter((notice.article_id, notice.version, notice.event, notice.id) for notice in storm.notices)
    if len({found[:3] for found in by_version}) != len(by_version):
        wrong.append("a repeated notice has another id")
    failed = [failure.reason for failure in failures.listed(results)]
    if len(failed) != len(storm.strays):
        wrong.append(f"{len(failed)} failures instead of {len(storm.strays)}: {failed[:5]}")
    return wrong


def _pointer(cloud: Cloud, results: Bucket, article: Article) -> tuple[str, Pointer]:
    name = layout.article_id(cloud.articles_bucket, article.key)
    data = results.get(layout.pointer_key(name))
    empty = Pointer(article_id=name, event="digest.failed", order="", epoch=0)
    return name, msgspec.json.decode(data, type=Pointer) if data else empty


def _of_article(cloud: Cloud, results: Bucket, notices: Sequence[Notice], article: Article) -> Iterator[str]:
    name, current = _pointer(cloud, results, article)
    told: set[Any] = {(notice.event, notice.version) for notice in notices if notice.article_id == name}
    if not article.lives:
        files = [key for key in results.list(layout.folder(name)) if key != layout.pointer_key(name)]
        if current.version is not None or files:
            yield f"{article.key}: deleted, but {current.version} and {len(files)} files are there"
        if current.previous and ("digest.deleted", current.previous) not in told:
            yield f"{article.key}: its deletion was not announced"
        return
    digest = _digest(results, name, current)
    if digest is None:
        yield f"{article.key}: no digest"
    elif digest.status != ("refused" if article.poison else "ready"):
        yield f"{article.key}: {digest.status}: {digest.reason}"
    elif digest.article and digest.article.text.encode() != article.texts[-1]:
        yield f"{article.key}: not its last text"
    elif (current.event, current.version) not in told:
        yield f"{article.key}: {current.event} was not announced"


def _digest(results: Bucket, name: str, current: Pointer) -> Digest | None:
    data = results.get(layout.file_key(name, current.version or "none", layout.DIGEST))
    return msgspec.json.decode(data, type=Digest) if data else None
