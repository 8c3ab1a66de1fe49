"""boto3 clients of a local cloud, whatever the user's own AWS settings are."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, overload

from claimwire.local.state import Cloud, Server

if TYPE_CHECKING:
    from typing import Any, Literal

    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

STACK = "claimwire"
"""The stack's name on the local cloud."""

API_ID = "claimwire"
"""The HTTP API's id on the local cloud, chosen by us, so that stored URLs are known before the stack is made."""


@overload
def client(cloud: Cloud | Server, service: Literal["cloudformation"]) -> CloudFormationClient: ...
@overload
def client(cloud: Cloud | Server, service: Literal["lambda"]) -> LambdaClient: ...
@overload
def client(cloud: Cloud | Server, service: Literal["s3"]) -> S3Client: ...
@overload
def client(cloud: Cloud | Server, service: Literal["secretsmanager"]) -> SecretsManagerClient: ...
@overload
def client(cloud: Cloud | Server, service: Literal["sns"]) -> SNSClient: ...
@overload
def client(cloud: Cloud | Server, service: Literal["sqs"]) -> SQSClient: ...
def client(cloud: Cloud | Server, service: str) -> Any:
    """A client of one service."""
    import boto3
    from botocore.config import Config

    session = boto3.Session(cloud.access_key, cloud.secret_key, region_name=cloud.region)
    # No proxies: a proxy cannot reach this machine's loopback address. Path style: nor can a resolver find bucket names there.
    config = Config(proxies={}, s3={"addressing_style": "path"})
    return session.client(service, endpoint_url=cloud.endpoint, config=config)  # type: ignore[call-overload]  # one for all


def environment(cloud: Cloud) -> dict[str, str]:
    """What the aws command, or any SDK, needs in its environment to talk to this cloud."""
    return {
        "AWS_ENDPOINT_URL": cloud.endpoint,
        "AWS_DEFAULT_REGION": cloud.region,
        "AWS_ACCESS_KEY_ID": cloud.access_key,
        "AWS_SECRET_ACCESS_KEY": cloud.secret_key,
    }


def upload(cloud: Cloud, file: Path, key: str | None = None) -> str:
    """Put a file into the articles bucket, under its own name unless another key is given; the version's id."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    put = client(cloud, "s3").put_object(
        Bucket=cloud.articles_bucket, Key=key or file.name, Body=file.read_bytes(), ContentType=kind
    )
    return put["VersionId"]


def link_secret(cloud: Cloud) -> str:
    """The keys of stored URLs, as the functions read them: JSON text."""
    return client(cloud, "secretsmanager").get_secret_value(SecretId=cloud.link_secret_arn)["SecretString"]


def targets(cloud: Cloud) -> list[str]:
    """The target languages that the stack translates into."""
    stack = client(cloud, "cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    given = {item["ParameterKey"]: item["ParameterValue"] for item in stack["Parameters"]}
    return given["Targets"].split(",")
