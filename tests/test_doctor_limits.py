"""What ``claimwire doctor --stack`` says of quotas and limits, from answers that botocore checks against AWS's own models."""

from __future__ import annotations

import datetime
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from claimwire.aws import examined_flow, examined_limits, examined_quotas
from claimwire.aws.deployment import Deployment
from claimwire.findings import Finding

QUEUE = "arn:aws:sqs:eu-west-1:000000000000:uploads"
FREE = {"AccountLimit": {"ConcurrentExecutions": 1000, "UnreservedConcurrentExecutions": 1000}}
UUID = "12345678-1234-1234-1234-123456789012"
DENIED = "AccessDeniedException"
OUTPUTS = {
    "TopicArn": "arn:aws:sns:eu-west-1:000000000000:t",
    "QueueUrl": "https://sqs/q",
    "IngestFunction": "news-ingest",
    "ResultsFunction": "news-results",
}
Answers = dict[str, list[tuple[str, dict[str, Any] | str]]]


def stack(answers: Answers) -> Deployment:
    """A stack whose services give these answers, in order; a name in place of one is an error."""
    clients: dict[str, Any] = {}
    for service, told in answers.items():
        client: Any = boto3.client(service, region_name="eu-west-1", aws_access_key_id="a", aws_secret_access_key="b")  # type: ignore[call-overload]  # one for all
        stubber = Stubber(client)
        for method, answer in told:
            if isinstance(answer, str):
                stubber.add_client_error(method, answer, "you may not")
            else:
                stubber.add_response(method, answer)
        stubber.activate()
        clients[service] = client
    return Deployment(OUTPUTS, clients.__getitem__)


def trigger(jobs: int | None, state: str = "Enabled") -> dict[str, Any]:
    limited = {"ScalingConfig": {"MaximumConcurrency": jobs}} if jobs else {}
    return {"UUID": UUID, "EventSourceArn": QUEUE, "State": state, **limited}


def concurrency(
    limit: dict[str, Any], ingest: int | None, results: int | None, *triggers: dict[str, Any]
) -> list[Finding]:
    kept = [{"ReservedConcurrentExecutions": each} if each is not None else {} for each in (ingest, results)]
    told: list[tuple[str, dict[str, Any] | str]] = [
        ("get_account_settings", limit),
        *(("get_function_concurrency", each) for each in kept),
        ("list_event_source_mappings", {"EventSourceMappings": list(triggers)}),
    ]
    return list(examined_limits.concurrency(stack({"lambda": told})))


def test_a_new_account_s_ten_functions_are_too_few_for_the_stack_s_jobs() -> None:
    ten = {"AccountLimit": {"ConcurrentExecutions": 10, "UnreservedConcurrentExecutions": 10}}
    (found,) = concurrency(ten, None, None, trigger(10), trigger(2))
    assert found.state == "warn"
    assert found.says == "10 of 10 functions at once are free for all to use; the stack's jobs take up to 12 of them"
    assert "request-service-quota-increase --service-code lambda" in found.run
    assert "smaller Scale" in found.run
    (found,) = concurrency(FREE, None, None, trigger(10), trigger(2))
    assert found.state == "ok"
    (found,) = concurrency(FREE, None, None, trigger(None))
    assert found.state == "warn"  # without a limit of its own a queue takes all


def test_reserved_functions_are_held_against_the_jobs_that_the_queues_start() -> None:
    (found,) = concurrency(FREE, 5, None, trigger(10), trigger(2))
    assert (found.state, found.says.partition(":")[0]) == (
        "warn",
        "5 functions at once are reserved for news-ingest, whose queues start up to 12",
    )
    assert "--function-name news-ingest --reserved-concurrent-executions 12" in found.run
    (found,) = concurrency(FREE, 12, None, trigger(10), trigger(2))
    assert found.state == "ok"


def test_a_function_with_none_reserved_is_stopped() -> None:
    stopped, others = concurrency(FREE, None, 0, trigger(10))
    assert (stopped.state, stopped.run) == (
        "fail",
        "aws lambda delete-function-concurrency --function-name news-results",
    )
    assert others.state == "ok"


def test_what_may_not_be_asked_is_said_with_the_right_that_is_lacking() -> None:
    told: Answers = {"lambda": [("get_account_settings", FREE), ("get_function_concurrency", DENIED)]}
    (found,) = examined_limits.concurrency(stack(told))
    assert found.state == "warn"
    assert "the stack's own concurrency could not be read: AccessDeniedException: you may not" in found.says
    assert found.run.startswith("allow these credentials lambda:GetFunctionConcurrency and ")
    (found,) = examined_limits.triggers(stack({"lambda": [("list_event_source_mappings", DENIED)]}))
    assert (found.state, "lambda:ListEventSourceMappings" in found.run) == ("warn", True)


@pytest.mark.parametrize(
    ("triggers", "state", "run"),
    [
        ([trigger(10), trigger(2)], "ok", ""),
        (
            [trigger(10, "Disabled"), trigger(2)],
            "fail",
            f"aws lambda update-event-source-mapping --uuid {UUID} --enabled",
        ),
        ([], "fail", "deploy the stack again (docs/deploy.md)"),
    ],
)
def test_a_queue_that_nobody_reads_is_found(triggers: list[dict[str, Any]], state: str, run: str) -> None:
    (found,) = examined_limits.triggers(
        stack({"lambda": [("list_event_source_mappings", {"EventSourceMappings": triggers})]})
    )
    assert (found.state, found.run) == (state, run)


def flow(in_work: int, *ages: float) -> list[Finding]:
    attributes = {
        "ApproximateNumberOfMessagesNotVisible": str(in_work),
        "QueueArn": QUEUE,
        "MessageRetentionPeriod": "1209600",
    }
    now = datetime.datetime.now(datetime.UTC)
    points = [{"Timestamp": now, "Maximum": age} for age in ages]
    told: Answers = {
        "sqs": [("get_queue_attributes", {"Attributes": attributes})],
        "cloudwatch": [("get_metric_statistics", {"Datapoints": points})],
    }
    return list(examined_flow.flow(stack(told)))


def test_what_is_in_work_is_held_against_the_limit_of_a_queue() -> None:
    (found,) = flow(12)
    assert (found.state, found.says) == ("ok", "uploads: 12 of 120,000 messages at most in work")
    (found,) = flow(100_000)
    assert (found.state, "VisibilityTimeout" in found.run) == ("warn", True)


@pytest.mark.parametrize(("age", "state"), [(60, "ok"), (7200, "warn"), (8 * 86400, "fail")])
def test_the_age_of_the_oldest_is_held_against_the_days_it_is_kept(age: float, state: str) -> None:
    _, found = flow(0, 5, age)
    assert found.state == state
    assert found.says.endswith("of the 14 days after which SQS drops it")
    assert bool(found.run) == (state != "ok")


def test_quotas_in_force_are_told_by_name_and_one_line_says_that_they_cannot_be() -> None:
    env = ("get_function_configuration", {"Environment": {"Variables": {"CLAIMWIRE_ENGINE": "amazon"}}})
    known = {
        "lambda": "Concurrent executions",
        "sns": "Filter Policies per Topic",
        "translate": "Real-time translation requests",
    }
    quotas = [
        ("list_service_quotas", {"Quotas": [{"QuotaName": name, "Value": 7.0}, {"QuotaName": "Other", "Value": 1.0}]})
        for name in known.values()
    ]
    found = list(examined_quotas.quotas(stack({"lambda": [env], "service-quotas": [*quotas]})))
    assert [each.says for each in found] == [f"{service}, {name}: 7" for service, name in known.items()]
    (one,) = examined_quotas.quotas(stack({"lambda": [env], "service-quotas": [("list_service_quotas", DENIED)]}))
    assert one.state == "warn"
    assert one.says.startswith("values in force (lambda, sns, translate) could not be read: AccessDenied")
    assert (
        "servicequotas:ListServiceQuotas, or: aws service-quotas list-service-quotas --service-code lambda" in one.run
    )


@pytest.mark.parametrize(("number", "granted", "state"), [(3, None, "ok"), (170, None, "warn"), (170, 400.0, "ok")])
def test_subscriptions_are_held_against_the_limit_of_filters(number: int, granted: float | None, state: str) -> None:
    topic = ("get_topic_attributes", {"Attributes": {"SubscriptionsConfirmed": str(number)}})
    quota = {"QuotaName": "Filter Policies per Topic", "QuotaCode": "L-1", "Value": granted}
    asked: Any = ("list_service_quotas", {"Quotas": [quota]} if granted else DENIED)
    (found,) = examined_quotas.filters(stack({"sns": [topic], "service-quotas": [asked]}))
    assert (found.state, bool(found.run)) == (state, state == "warn")
