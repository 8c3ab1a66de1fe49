"""The queues beside SQS's own limits: what is in work at once, and how long the oldest message has waited of the days it is kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from claimwire.aws.deployment import Deployment
from claimwire.aws.unread import Unreadable, unread
from claimwire.findings import Finding, fail, ok, warn

IN_WORK = 120_000  # messages of a standard queue that are taken and not acknowledged yet: SQS hands out no more
_MUCH, _LONG, _LATE = 0.8, 3600, 0.5
_NAMES = {"QueueUrl": "uploads", "BackfillQueueUrl": "archive", "DlqUrl": "failures"}
_RUN = {
    "QueueUrl": "look at WaitingAlarm's runbook (docs/operate.md), then raise the parameter Scale, or wait",
    "BackfillQueueUrl": "claimwire backfill --status, then raise the parameter BackfillScale, or wait",
    "DlqUrl": "look at UntoldAlarm's runbook (docs/operate.md)",
}


def flow(there: Deployment) -> Iterator[Finding]:
    """A finding a queue: in work beside the limit; the oldest message's age beside the queue's retention."""
    for output, name in _NAMES.items():
        if output not in there.outputs:
            continue
        found = there.client("sqs").get_queue_attributes(QueueUrl=there.outputs[output], AttributeNames=["All"])
        yield _in_work(name, int(found["Attributes"]["ApproximateNumberOfMessagesNotVisible"]))
        try:
            yield from _aged(there, output, found["Attributes"])
        except Unreadable as error:
            look = f"aws sqs get-queue-attributes --attribute-names All --queue-url {there.outputs[output]}"
            yield unread("limits", f"{name}: the age of the oldest", error, "cloudwatch:GetMetricStatistics", look)


def _in_work(name: str, number: int) -> Finding:
    says = f"{name}: {number:,} of {IN_WORK:,} messages at most in work"
    run = "lower the parameter VisibilityTimeout to six times IngestTimeout, or look why jobs do not end (docs/operate.md)"
    return warn("limits", says, run) if number >= _MUCH * IN_WORK else ok("limits", says)


def _aged(there: Deployment, output: str, attributes: dict[str, str]) -> Iterator[Finding]:
    age, kept = _oldest(there, attributes["QueueArn"].rpartition(":")[2]), int(attributes["MessageRetentionPeriod"])
    if age is None:
        return  # CloudWatch tells of no queue that has been empty for hours
    says = f"{_NAMES[output]}: the oldest has waited {_hours(age)} of the {kept // 86400} days after which SQS drops it"
    if age >= _LATE * kept:
        yield fail("limits", says, _RUN[output])
    else:
        yield warn("limits", says, _RUN[output]) if age >= _LONG else ok("limits", says)


def _oldest(there: Deployment, queue: str) -> float | None:
    """Seconds, as of the last minutes; an attribute of the queue does not tell it."""
    now = datetime.datetime.now(datetime.UTC)
    points: list[dict[str, Any]] = there.client("cloudwatch").get_metric_statistics(
        Namespace="AWS/SQS",
        MetricName="ApproximateAgeOfOldestMessage",
        Dimensions=[{"Name": "QueueName", "Value": queue}],
        StartTime=now - datetime.timedelta(minutes=15),
        EndTime=now + datetime.timedelta(minutes=5),
        Period=300,
        Statistics=["Maximum"],
    )["Datapoints"]
    return max((float(point["Maximum"]) for point in points), default=None)


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:.1f} hours" if seconds < 2 * 86400 else f"{seconds / 86400:.1f} days"
