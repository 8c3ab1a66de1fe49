"""What a bucket says when it does not give: archived, denied, throttled, gone; told by a server that speaks S3's errors."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import msgspec
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from claimwire import again, job, layout
from claimwire.again import Later, Patience
from claimwire.aws import faults
from claimwire.aws.store import Bucket
from claimwire.errors import Refused
from claimwire.readers import limits
from claimwire.task import Job
from claimwire.upload import Upload
from tests.test_job import KEY, World
from tests.translators.servers.serving import Call, Sent, Server, serving


def error(status: int, name: str, text: str = "") -> Sent:
    body = f"<Error><Code>{name}</Code><Message>{text or name}</Message></Error>"
    return Sent(status, body.encode(), {"Content-Type": "application/xml"})


class Says:
    """Every request ends as told."""

    end = Sent()

    def __call__(self, call: Call) -> Sent:
        return self.end


@pytest.fixture
def says() -> Says:
    return Says()


@pytest.fixture
def server(says: Says) -> Iterator[Server]:
    with serving(says) as found:
        yield found


@pytest.fixture
def bucket(server: Server) -> Bucket:
    config = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
    session: Any = boto3.session.Session("testing", "testing", region_name="eu-west-1")
    return Bucket("articles", session.client("s3", endpoint_url=server.url, config=config))


def test_an_archived_object_is_refused_with_what_to_do(bucket: Bucket, says: Says) -> None:
    says.end = error(403, "InvalidObjectState", "The operation is not valid for the object's storage class")
    with pytest.raises(Refused, match=r"archive class.*restore it"):
        bucket.get(KEY)


@pytest.mark.parametrize(
    ("end", "passes"),
    [
        (error(403, "AccessDenied", "not authorized to perform: kms:Decrypt"), False),
        (error(403, "AccessDenied"), False),
        (error(400, "KMS.DisabledException"), False),
        (error(503, "SlowDown"), True),
        (error(500, "InternalError"), True),
        (error(400, "RequestTimeout"), True),
        (Sent(gone=True), True),
    ],
)
def test_what_may_pass_is_told_from_what_will_not(bucket: Bucket, says: Says, end: Sent, passes: bool) -> None:
    says.end = end
    with pytest.raises(Exception) as raised:  # noqa: PT011 (botocore's own, of several kinds)
        bucket.get(KEY)
    assert isinstance(raised.value, Exception)
    assert faults.passing(raised.value) is passes


@pytest.mark.parametrize("name", ["NoSuchKey", "NoSuchVersion"])
def test_what_is_gone_is_none(bucket: Bucket, says: Says, name: str) -> None:
    says.end = error(404, name)
    assert bucket.get(KEY) is None


def test_a_bug_of_ours_does_not_pass() -> None:
    assert not faults.passing(RuntimeError("a bug"))


class Giant:
    """The head of an object of 5 GB, and nothing that could be read."""

    name = "articles"

    def __init__(self, world: World, end: Exception | None = None, size: int = 5_000_000_000) -> None:
        self._world, self._end, self._size = world, end, size
        self.tags, self.held = world.sources.tags, world.sources.held

    def stat(self, key: str) -> Any:
        found = self._world.sources.stat(key)
        return found and msgspec.structs.replace(found, size=self._size or found.size, version="v1")

    def get(self, key: str, version: str | None = None) -> bytes | None:
        if self._end:
            raise self._end
        raise AssertionError("it was downloaded")


def with_sources(world: World, sources: object) -> Job:
    return dataclasses.replace(world.job(), sources=sources)  # type: ignore[arg-type]  # what a job asks of it


@pytest.fixture
def world(tmp_path: Path) -> World:
    found = World(tmp_path)
    found.upload()
    return found


def test_five_gigabytes_are_refused_by_their_head(world: World) -> None:
    digest = job.run(with_sources(world, Giant(world)), KEY).digest
    assert digest is not None
    assert (digest.status, digest.source.size) == ("refused", 5_000_000_000)
    assert f"{limits.MAX_BYTES:,}" in (digest.reason or "")


def test_five_gigabytes_in_a_bucket_are_asked_for_their_head_alone(
    world: World, bucket: Bucket, server: Server
) -> None:
    head = {
        "Content-Length": "5000000000",
        "ETag": '"e"',
        "Last-Modified": "Mon, 23 Nov 2026 09:00:00 GMT",
        "x-amz-version-id": "v1",
    }
    tags = b"<Tagging><TagSet></TagSet></Tagging>"
    server.speak = lambda call: Sent(200, b"", head) if call.method == "HEAD" else Sent(200, tags)
    digest = job.run(with_sources(world, bucket), KEY).digest
    assert digest is not None
    assert (digest.status, digest.source.size) == ("refused", 5_000_000_000)
    asked = [(call.method, *call.query) for call in server.calls]
    assert set(asked) == {("HEAD",), ("GET", "tagging", "versionId")}


def test_an_archived_article_is_refused_once(world: World) -> None:
    archived = with_sources(world, Giant(world, Refused("The file lies in an archive class"), 0))
    digest = job.run(archived, KEY).digest
    assert digest is not None
    assert (digest.status, digest.reason) == ("refused", "The file lies in an archive class")
    assert job.run(archived, KEY).action == "repeated"


def test_an_object_that_goes_while_it_is_read_is_looked_at_again(world: World) -> None:
    class Going(Giant):
        def get(self, key: str, version: str | None = None) -> bytes | None:
            world.sources.delete(key)
            return None

    made, upload = with_sources(world, Going(world, size=0)), Upload(bucket="articles", key=KEY)
    ended = again.attempt(made, upload, Patience(), 1_800_000_000.0)
    assert isinstance(ended, Later)
    assert "went away" in ended.reason
    assert job.run(made, KEY).action == "passed over"
    assert not world.snapshot()


def test_a_denied_article_rises_with_a_note_for_people(world: World) -> None:
    denied = ClientError({"Error": {"Code": "AccessDenied", "Message": "kms:Decrypt"}}, "GetObject")
    made = with_sources(world, Giant(world, denied, 0))
    with pytest.raises(ClientError):
        again.attempt(made, Upload(bucket="articles", key=KEY), Patience(), 1_800_000_000.0, faults.passing)
    note = made.ledger.noted(layout.article_id("articles", KEY))
    assert "AccessDenied" in note
    assert "kms:Decrypt" in note
