"""Deploy, deploy again, update, remove, by CloudFormation alone and by osls, on the local cloud: ``python -m bench.deploys``.

Prints a table of seconds. Exit 1 where an update loses or repeats anything, a second deployment changes the stack, or a removed stack
leaves more than its data, or less.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from botocore.exceptions import ClientError

from bench.deploys_osls import Osls
from bench.structure import ROOT
from claimwire.local import deploy, mailbox
from claimwire.local.state import Cloud
from claimwire.models import Notice
from tests import stacks
from tests.cloud import aws, get, notice, translations, until, upload

Made = TypeVar("Made")
ARTICLE = (ROOT / "examples/grain-corridor.en.html").read_bytes()


class Way(Protocol):
    """How a stack is deployed; ``stack`` is its name."""

    stack: str

    def deploy(self, days: int, *, fresh: bool) -> Cloud:
        """With this retention of logs, and with new code or the code as before."""
        ...

    def remove(self) -> None:
        """Return when it is gone."""
        ...


class Alone:
    """CloudFormation alone: the committed template and a zip in a bucket."""

    stack = "bench-alone"

    def __init__(self, cloud: Cloud) -> None:
        self.cloud, self.key = cloud, cloud.code_key

    def deploy(self, days: int, *, fresh: bool) -> Cloud:
        """A new key is new code."""
        if fresh:
            source = {"Bucket": deploy.CODE_BUCKET, "Key": self.cloud.code_key}
            self.key = "fresh.zip"
            aws(self.cloud, "s3").copy_object(Bucket=deploy.CODE_BUCKET, Key=self.key, CopySource=source)
        more = {"CodeKey": self.key, "LogDays": str(days)}
        return stacks.applied(self.cloud, self.stack, stacks.parameters(self.cloud, self.stack, **more))

    def remove(self) -> None:
        """As `aws cloudformation delete-stack` and `wait` do."""
        aws(self.cloud, "cloudformation").delete_stack(StackName=self.stack)
        until(lambda: not standing(self.cloud, self.stack), "the stack is removed")


def standing(cloud: Cloud, name: str) -> dict[str, object] | None:
    """A stack's description, or None where there is none."""
    try:
        (found,) = aws(cloud, "cloudformation").describe_stacks(StackName=name)["Stacks"]
    except ClientError:
        return None
    return None if found["StackStatus"] == "DELETE_COMPLETE" else dict(found)


def processed(cloud: Cloud, key: str) -> Notice:
    """An article, all the way."""
    with mailbox.subscribed(cloud) as box:
        upload(cloud, key, ARTICLE)
        return notice(box, key, "digest.ready")


def timed(seconds: dict[str, float], step: str, act: Callable[[], Made]) -> Made:
    """What the step makes; its time is noted."""
    begun = time.monotonic()
    made = act()
    seconds[step] = time.monotonic() - begun
    return made


def run(way: Way) -> tuple[dict[str, float], list[str]]:
    """Seconds of each step, and what went wrong."""
    seconds: dict[str, float] = {}

    cloud = timed(seconds, "deploy", lambda: way.deploy(30, fresh=False))
    first = processed(cloud, "first.html")
    before = standing(cloud, way.stack)
    timed(seconds, "again", lambda: way.deploy(30, fresh=False))
    wrong = [] if standing(cloud, way.stack) == before else ["deploying again changed the stack"]
    remembered = len(translations(cloud))
    timed(seconds, "update", lambda: way.deploy(14, fresh=True))
    wrong += [] if standing(cloud, way.stack) != before else ["the update changed nothing"]
    wrong += kept(cloud, way.stack, first, remembered)
    timed(seconds, "remove", way.remove)
    return seconds, wrong + left(cloud, way.stack)


def kept(cloud: Cloud, name: str, first: Notice, remembered: int) -> list[str]:
    """What an update lost, or did anew."""
    address = f"{cloud.endpoint}/_aws/execute-api/{stacks.outputs(cloud, name)['ApiId']}"
    answer = get(first.urls["digest.json"].replace(cloud.base_url, address))
    wrong = [] if answer.status == 200 else [f"a stored URL answers {answer.status} after the update"]
    event = json.dumps({"bucket": cloud.articles_bucket, "key": first.key})
    with mailbox.subscribed(cloud) as box:
        aws(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody=event)
        upload(cloud, "second.html", ARTICLE)
        told = [json.loads(each["Message"])["key"] for each in (box.receive(60), box.receive(3)) if each]
    wrong += [] if told == ["second.html"] else [f"announced after the update: {told}"]
    return wrong + ([] if len(translations(cloud)) == remembered else ["translated anew after the update"])


def left(cloud: Cloud, name: str) -> list[str]:
    """What a removed stack should have left and has not, or has left and should not."""
    listed = aws(cloud, "s3").list_objects_v2
    wrong = [
        f"{bucket} is empty"
        for bucket in (cloud.articles_bucket, cloud.results_bucket)
        if not listed(Bucket=bucket)["KeyCount"]
    ]
    functions = [one["FunctionName"] for one in aws(cloud, "lambda").list_functions()["Functions"]]
    wrong += [f"{each} is still there" for each in functions if each == cloud.ingest_function]
    return wrong + ([f"the stack {name} is still there"] if standing(cloud, name) else [])


def main() -> int:
    """Print the table."""
    faults = 0
    print(f"{'seconds':20}{'deploy':>9}{'again':>9}{'update':>9}{'remove':>9}")
    with tempfile.TemporaryDirectory() as folder:
        try:
            cloud = deploy.up(Path(folder) / "cloud", {"Targets": "pt"})
            for name, way in (("CloudFormation alone", Alone(cloud)), ("osls", Osls(cloud, Path(folder) / "service"))):
                seconds, wrong = run(way)
                print(
                    f"{name:20}" + "".join(f"{seconds[step]:9.1f}" for step in ("deploy", "again", "update", "remove"))
                )
                print("".join(f"  wrong: {each}\n" for each in wrong), end="")
                faults += len(wrong)
        finally:
            deploy.down(Path(folder) / "cloud", purge=True)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
