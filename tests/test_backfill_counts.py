"""What a backfill counted, some time later: told in whole, or said to be no longer kept, and never a part of it as all."""

from __future__ import annotations

import datetime
import io
from typing import Any

import boto3
import msgspec
import pytest
from botocore.response import StreamingBody
from botocore.stub import Stubber

from claimwire.aws.backfills import Backfills, NotKept
from claimwire.aws.deployment import Deployment
from claimwire.backfill.batch import Counts
from claimwire.commands import archive_watch

RUN = "arn:aws:states:eu-west-1:000000000000:execution:news-backfill:1"
OUTPUT = {"ResultWriterDetails": {"Bucket": "results", "Key": "backfill/runs/r/manifest.json"}}
BATCH = [{"Output": msgspec.json.encode({"found": 100, "sent": 60, "done": 40}).decode()}]
OUTPUTS = {
    "BackfillMachineArn": "arn:aws:states:eu-west-1:000000000000:stateMachine:news-backfill",
    "BackfillQueueUrl": "https://sqs.example/q",
    "ResultsBucket": "results",
}


def machine(*objects: object, status: str = "SUCCEEDED") -> Backfills:
    """A run; ``objects`` are what S3 gives for its manifest and files, in order, None for what has gone."""
    clients: dict[str, Any] = {
        service: boto3.client(service, region_name="eu-west-1", aws_access_key_id="a", aws_secret_access_key="b")
        for service in ("stepfunctions", "sqs", "s3")
    }
    stubs = {service: Stubber(client) for service, client in clients.items()}
    now, arn = (
        datetime.datetime.now(datetime.UTC),
        {"executionArn": RUN, "stateMachineArn": OUTPUTS["BackfillMachineArn"]},
    )
    run = {**arn, "name": "1", "status": status, "startDate": now, "output": msgspec.json.encode(OUTPUT).decode()}
    states = stubs["stepfunctions"]
    states.add_response("describe_execution", run)
    states.add_response("list_map_runs", {"mapRuns": []})
    states.add_response("describe_execution", run)
    stubs["sqs"].add_response("get_queue_attributes", {"Attributes": dict.fromkeys(_WAITING, "0")})
    for each in objects:
        if each is None:
            stubs["s3"].add_client_error("get_object", "NoSuchKey")
        else:
            data = msgspec.json.encode(each)
            stubs["s3"].add_response("get_object", {"Body": StreamingBody(io.BytesIO(data), len(data))})
    for stub in stubs.values():
        stub.activate()
    return Backfills(Deployment(OUTPUTS, clients.__getitem__))


_WAITING = (
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesNotVisible",
    "ApproximateNumberOfMessagesDelayed",
)


def manifest(*files: str) -> dict[str, Any]:
    return {"ResultFiles": {"SUCCEEDED": [{"Key": file} for file in files], "FAILED": [], "PENDING": []}}


def test_what_is_kept_is_added_up() -> None:
    there = machine(manifest("a", "b"), BATCH, BATCH)
    assert there.summed(OUTPUT) == Counts(found=200, sent=120, done=80)


@pytest.mark.parametrize("objects", [(None,), (manifest("a", "b"), BATCH, None)], ids=["all gone", "a part gone"])
def test_what_has_expired_is_no_count(objects: tuple[object, ...]) -> None:
    with pytest.raises(NotKept):
        machine(*objects).summed(OUTPUT)


def test_the_status_of_a_run_says_that_its_counts_are_gone(capsys: pytest.CaptureFixture[str]) -> None:
    archive_watch.show(machine(None), RUN)
    told = capsys.readouterr()
    assert "0 of 0 objects" in told.out
    assert "no longer kept, as BackfillDays of the stack says" in told.err


def test_a_run_that_goes_on_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """One look tells no rate, and no time left."""
    archive_watch.show(machine(status="RUNNING"), RUN)
    assert capsys.readouterr().out == "0 of 0 objects, 0 wait or are in work\n"
