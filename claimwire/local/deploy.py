"""The local cloud as a whole: up, status, down."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock
from msgspec import Struct

from claimwire import failures
from claimwire.aws.store import Bucket
from claimwire.errors import BadSetting
from claimwire.local import checkout, package, readiness, server, stack, state
from claimwire.local.clients import API_ID, STACK, client
from claimwire.local.state import REGION, Cloud, Folder, Say, Server, told

CODE_BUCKET = "claimwire-code"


class Status(Struct, frozen=True, kw_only=True):
    """What a local cloud is doing."""

    cloud: Cloud
    waiting: int
    """Uploads in the queue."""
    working: int
    """Uploads that are being processed, or wait to be tried again."""
    failed: int
    """Uploads that were given up: `claimwire failures` says why."""


def up(
    folder: Path = state.DEFAULT,
    parameters: Mapping[str, str] | None = None,
    say: Say = state.silent,
    environment: Mapping[str, str] | None = None,
    start: Path | None = None,
) -> Cloud:
    """A running local cloud with the code and template of the checkout; what is up to date is left as it is.

    Args:
        folder: where its state is kept.
        parameters: of the stack, by name; one that is not given keeps its value.
        say: told what takes time.
        environment: more environment for the functions, such as a proxy to the internet.
        start: where to look for a checkout, if not here.

    Raises:
        BadSetting: no checkout, a missing package, a bad parameter, a taken port.
        TryLater: the server could not be installed, or does not answer.
    """
    place, house = Folder(folder), checkout.find(start)
    stack.names(house.template.read_text(), parameters or {})  # before anything takes time
    place.make()
    with FileLock(place.lock):
        zipped = package.host(house, say)
        before = state.read(place.cloud, Cloud)
        awake = server.running(place) is not None
        found = server.start(place, house.ministack, say, environment)
        cloud = _deployed(found, zipped, house.template.read_text(), parameters or {}, say)
        state.write(place.cloud, cloud)
        if before is None or before.link_secret_arn != cloud.link_secret_arn:
            _write_down(place, house, cloud, environment)
        if cloud != before or not awake:
            say("waiting for the functions to answer")
            readiness.await_functions(cloud)
    return cloud


def current(folder: Path = state.DEFAULT) -> Cloud:
    """The local cloud that runs.

    Raises:
        BadSetting: none runs here.
    """
    place = Folder(folder)
    cloud = state.read(place.cloud, Cloud)
    if cloud is None or server.running(place) is None:
        raise BadSetting("the local cloud is not up: start it with `claimwire up`")
    return cloud


def status(folder: Path = state.DEFAULT) -> Status:
    """What the local cloud is doing; raises BadSetting where none runs."""
    cloud = current(folder)
    waiting, working = readiness.counts(cloud, cloud.queue_url)
    results = Bucket(cloud.results_bucket, client(cloud, "s3"))
    untold = sum(readiness.counts(cloud, cloud.dlq_url))
    failed = sum(1 for _ in failures.listed(results)) + untold
    return Status(cloud=cloud, waiting=waiting, working=working, failed=failed)


def down(folder: Path = state.DEFAULT, *, purge: bool = False) -> bool:
    """Stop the local cloud; with ``purge``, forget all that was in it. Whether one ran."""
    place = Folder(folder)
    if not place.path.is_dir():
        return False
    with FileLock(place.lock):
        ran = server.stop(place)
    if purge:
        shutil.rmtree(place.path)
    return ran


def _fixed(found: Server) -> dict[str, str]:
    base = f"{found.endpoint}/_aws/execute-api/{API_ID}"
    # Each job at a time is a process that unpacks the code for itself: more than this machine's few would only wait.
    own = {
        "RequireTls": "false",
        "Scale": "small",
        "FeedLinks": "true",  # all here are one person's: pages may name their feed,
        "UploadPage": "read",  # and whoever uploads may read
    }
    return {"CodeBucket": CODE_BUCKET, "BaseUrl": base, **own}


def _deployed(found: Server, zipped: Path, text: str, parameters: Mapping[str, str], say: Say) -> Cloud:
    """The stack with this code and template, made or brought up to date."""
    key, template = _uploaded(found, zipped, text, say)
    outputs = stack.apply(
        client(found, "cloudformation"),
        STACK,
        template,
        {**_fixed(found), "CodeKey": key, **parameters},
        {"ms-custom-id": API_ID},  # ministack's way to choose an API's id
    )
    return _cloud(found, outputs, key)


def _uploaded(found: Server, zipped: Path, text: str, say: Say) -> tuple[str, stack.Template]:
    """Put zip and template into the code bucket, alone there; the zip's key, and the template."""
    s3 = client(found, "s3")
    if not any(bucket["Name"] == CODE_BUCKET for bucket in s3.list_buckets()["Buckets"]):
        s3.create_bucket(Bucket=CODE_BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    there = {item["Key"] for item in s3.list_objects_v2(Bucket=CODE_BUCKET).get("Contents", [])}
    if zipped.name not in there:
        say("deploying the code")
        s3.put_object(Bucket=CODE_BUCKET, Key=zipped.name, Body=zipped.read_bytes())
    for old in there - {zipped.name, stack.TEMPLATE}:
        s3.delete_object(Bucket=CODE_BUCKET, Key=old)
    return zipped.name, stack.placed(s3, CODE_BUCKET, text)


def _write_down(place: Folder, house: checkout.Checkout, cloud: Cloud, environment: Mapping[str, str] | None) -> None:
    """Have a new stack on disk: the server writes only when it stops, and after a power cut stored URLs need the stack's keys."""
    server.stop(place)
    server.start(place, house.ministack, extra=environment)
    client(cloud, "sqs").purge_queue(QueueUrl=cloud.queue_url)  # the bucket's test messages, interrupted half-way


def _cloud(found: Server, outputs: Mapping[str, str], key: str) -> Cloud:
    return Cloud(
        endpoint=found.endpoint,
        region=found.region,
        access_key=found.access_key,
        secret_key=found.secret_key,
        code_key=key,
        **told(outputs),
    )
