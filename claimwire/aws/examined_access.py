"""Whose credentials these are, and whether they may do what the commands do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from botocore.exceptions import ClientError

from claimwire.aws.clients import code
from claimwire.aws.deployment import Client, Deployment
from claimwire.findings import Finding, fail, ok

# What the commands do with each part of a stack, asked for in a way that changes nothing.
_ASKED: dict[str, tuple[str, Callable[[Any, Deployment], object]]] = {
    "s3:ListBucket on the results": (
        "s3",
        lambda s3, there: s3.list_objects_v2(Bucket=there.outputs["ResultsBucket"], MaxKeys=1),
    ),
    "s3:ListBucket on the articles": (
        "s3",
        lambda s3, there: s3.list_objects_v2(Bucket=there.outputs["ArticlesBucket"], MaxKeys=1),
    ),
    "sqs:GetQueueAttributes": (
        "sqs",
        lambda sqs, there: sqs.get_queue_attributes(QueueUrl=there.outputs["QueueUrl"], AttributeNames=["QueueArn"]),
    ),
    "sns:GetTopicAttributes": ("sns", lambda sns, there: sns.get_topic_attributes(TopicArn=there.outputs["TopicArn"])),
    "secretsmanager:GetSecretValue": (
        "secretsmanager",
        lambda secrets, there: secrets.get_secret_value(SecretId=there.outputs["LinkSecretArn"]),
    ),
    "dynamodb:DescribeTable": (
        "dynamodb",
        lambda table, there: table.describe_table(TableName=there.outputs["TableName"]),
    ),
}


def credentials(client: Client) -> Iterator[Finding]:
    """Whose they are, and for which region."""
    region = client("cloudformation").meta.region_name  # which raises where none is set; STS answers without one
    found = client("sts").get_caller_identity()
    yield ok("credentials", f"{found['Arn']}, account {found['Account']}, region {region}")


def rights(there: Deployment) -> Iterator[Finding]:
    """One finding for each right that is lacking, or one that none is."""
    lacking = False
    for right, (service, ask) in _ASKED.items():
        try:
            ask(there.client(service), there)
        except ClientError as error:
            lacking = True
            yield fail("rights", f"{right}: {code(error) or error}", f"allow these credentials {right.split()[0]}")
    if not lacking:
        yield ok("rights", f"these credentials may do what the commands do ({len(_ASKED)} asked)")
