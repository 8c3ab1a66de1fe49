"""Days that are over are listed once a minute, and nothing else is kept."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.config import Config

from claimwire.aws.recalled import RecalledShelf
from tests.translators.servers.serving import Call, Sent, Server, serving

NOON = 1_799_928_000  # 2027-01-14T12:00:00Z, a minute's beginning
OVER, TODAY = "index/spoken/2027-01-13/", "index/spoken/2027-01-14/"


class Bucket:
    """Keys, listed a thousand a request."""

    def __init__(self) -> None:
        self.keys = [f"{OVER}a.json", f"{TODAY}a.json"]

    def __call__(self, call: Call) -> Sent:
        found = [key for key in sorted(self.keys) if key.startswith(call.query["prefix"])]
        start = int(call.query.get("continuation-token", "0"))
        more = f"<NextContinuationToken>{start + 1000}</NextContinuationToken>" if found[start + 1000 :] else ""
        objects = "".join(f"<Contents><Key>{key}</Key></Contents>" for key in found[start : start + 1000])
        body = (
            f"<ListBucketResult><IsTruncated>{str(bool(more)).lower()}</IsTruncated>{more}{objects}</ListBucketResult>"
        )
        return Sent(200, body.encode(), {"Content-Type": "application/xml"})


@pytest.fixture
def bucket() -> Bucket:
    return Bucket()


@pytest.fixture
def server(bucket: Bucket) -> Iterator[Server]:
    with serving(bucket) as found:
        yield found


@pytest.fixture
def s3(server: Server) -> Any:
    session: Any = boto3.session.Session("testing", "testing", region_name="eu-west-1")
    return session.client("s3", endpoint_url=server.url, config=Config(s3={"addressing_style": "path"}))


@pytest.fixture
def name() -> str:
    return f"results-{uuid.uuid4()}"  # what a test before has left is another bucket's


def test_a_day_that_is_over_is_listed_once_a_minute(s3: Any, server: Server, bucket: Bucket, name: str) -> None:
    for second in (0, 59):
        assert list(RecalledShelf(name, s3, NOON + second).after(OVER, "")) == [f"{OVER}a.json"]
    assert len(server.calls) == 1
    bucket.keys.append(f"{OVER}b.json")
    assert len(list(RecalledShelf(name, s3, NOON + 60).after(OVER, ""))) == 2
    assert len(server.calls) == 2
    assert len(list(RecalledShelf("another", s3, NOON + 60).after(OVER, ""))) == 2
    assert len(server.calls) == 3


@pytest.mark.parametrize("prefix", [TODAY, "index/pt/2027-01-13/", "index/speaker/0/", "results/a/"])
def test_today_and_all_other_listings_are_of_now(
    s3: Any, server: Server, bucket: Bucket, name: str, prefix: str
) -> None:
    shelf = RecalledShelf(name, s3, NOON)
    before = list(shelf.after(prefix, ""))
    bucket.keys.append(f"{prefix}new.json")
    assert list(shelf.after(prefix, "")) == [*before, f"{prefix}new.json"]
    assert len(server.calls) == 2


def test_what_comes_after_a_key_is_of_now(s3: Any, bucket: Bucket, name: str) -> None:
    shelf = RecalledShelf(name, s3, NOON)
    list(shelf.after(OVER, ""))
    bucket.keys.append(f"{OVER}b.json")
    assert f"{OVER}b.json" in list(shelf.after(OVER, f"{OVER}a.json"))


def test_a_day_of_thousands_is_whole_and_listed_anew(s3: Any, server: Server, bucket: Bucket, name: str) -> None:
    bucket.keys += [f"{OVER}{number:06}.json" for number in range(2500)]
    for _ in range(2):
        assert len(list(RecalledShelf(name, s3, NOON).after(OVER, ""))) == 2501
    assert len(server.calls) == 6
