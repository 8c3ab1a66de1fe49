"""A stack as it stands: its last change, settings, key, subscriptions, queues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimwire import prefixes
from claimwire.aws.deployment import Client, Deployment, find
from claimwire.aws.secret import with_secret
from claimwire.errors import ClaimwireError
from claimwire.findings import Finding, fail, ok, warn
from claimwire.settings import from_mapping

_NEEDED = (
    "ArticlesBucket ResultsBucket TopicArn BaseUrl QueueUrl DlqUrl IngestFunction TableName LinkSecretArn".split()  # noqa: SIM905 - names
)
_AGAIN = "deploy infra/template.json again (docs/deploy.md)"
_WAITING = 1_000  # uploads: more than a small stack does in some minutes


def stack(name: str, client: Client) -> Iterator[Finding]:
    """Whether its last change went through, and whether it is of this release."""
    there = find(name, client)
    status = client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
    missing = [each for each in _NEEDED if each not in there.outputs]
    if missing:
        yield fail("stack", f"lacks the outputs {', '.join(missing)}: an older template, or another's", _AGAIN)
    elif not status.endswith("_COMPLETE") or status.startswith(("ROLLBACK", "DELETE")):
        yield fail("stack", f"is in state {status}", f"aws cloudformation describe-stack-events --stack-name {name}")
    else:
        yield ok("stack", f"{name}: {status}")


def settings(there: Deployment) -> Iterator[Finding]:
    """Whether the function's settings, those in the secret too, are such that it can work."""
    env = environment(there)
    try:
        wanted = from_mapping(with_secret(env, there.client("secretsmanager")))
        prefixes.parsed(env.get(prefixes.NAME, ""), wanted)
    except ClaimwireError as error:
        yield fail("settings", str(error), _AGAIN.replace("again", "with that parameter mended"))
        return
    yield ok("settings", f"into {', '.join(wanted.targets)} by {wanted.engine}, {wanted.claims} claims")


def key(there: Deployment) -> Iterator[Finding]:
    """Whether the queue's own key, where it has one, can be used."""
    name = _attributes(there, "QueueUrl").get("KmsMasterKeyId")
    if not name:
        yield ok("key", "encrypted under AWS's keys")
        return
    found = there.client("kms").describe_key(KeyId=name)["KeyMetadata"]
    if found["KeyState"] == "Enabled":
        yield ok("key", f"encrypted under {found['Arn']}")
    else:
        mend = "cancel-key-deletion" if found["KeyState"] == "PendingDeletion" else "enable-key"
        yield fail("key", f"{found['Arn']} is {found['KeyState']}", f"aws kms {mend} --key-id {found['KeyId']}")


def subscriptions(there: Deployment) -> Iterator[Finding]:
    """Who hears of results, and who has not confirmed."""
    pages = (
        there.client("sns").get_paginator("list_subscriptions_by_topic").paginate(TopicArn=there.outputs["TopicArn"])
    )
    found = [each for page in pages for each in page["Subscriptions"]]
    waiting = [each["Endpoint"] for each in found if not each["SubscriptionArn"].startswith("arn:")]
    for endpoint in waiting:
        yield warn("subscriptions", f"{endpoint} has not confirmed", f"have {endpoint} open the link in AWS's message")
    yield ok("subscriptions", f"{len(found) - len(waiting)} confirmed")


def queues(there: Deployment) -> Iterator[Finding]:
    """What waits, and what was given up."""
    uploads, failed = _attributes(there, "QueueUrl"), _attributes(there, "DlqUrl")
    waiting = int(uploads["ApproximateNumberOfMessages"])
    state = f"{waiting} uploads wait, {uploads['ApproximateNumberOfMessagesNotVisible']} in work"
    yield warn("queues", state, "raise the parameter Scale, or wait") if waiting > _WAITING else ok("queues", state)
    if lost := int(failed["ApproximateNumberOfMessages"]):
        yield warn("queues", f"{lost} failed and not recorded yet", "claimwire failures, then claimwire redrive")


def environment(there: Deployment) -> dict[str, str]:
    """The settings of the ingest function."""
    found = there.client("lambda").get_function_configuration(FunctionName=there.outputs["IngestFunction"])
    variables: dict[str, str] = found["Environment"]["Variables"]
    return variables


def _attributes(there: Deployment, queue: str) -> dict[str, Any]:
    found: dict[str, Any] = there.client("sqs").get_queue_attributes(
        QueueUrl=there.outputs[queue], AttributeNames=["All"]
    )["Attributes"]
    return found
