"""boto3 clients, made once: making one costs about 0.1 s, a call through it a few milliseconds."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, overload

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

# Short enough that a hanging call fails inside the job's own time; botocore's "standard" mode retries throttling and resets.
_CONFIG = Config(
    connect_timeout=5,
    read_timeout=30,
    retries={"mode": "standard", "max_attempts": 4},
    signature_version="v4",
    max_pool_connections=16,
)
# All that a listing says of an object beside its key, which nobody here asks for: botocore reads a thousand of them in 58 ms, 47 of
# which are for the dates, and in 7 without these.
_BESIDE = re.compile(rb"<(LastModified|ETag|Size|StorageClass)>[^<]*</\1>")


@overload
def client(service: Literal["s3"]) -> S3Client: ...
@overload
def client(service: Literal["sns"]) -> SNSClient: ...
@overload
def client(service: Literal["sqs"]) -> SQSClient: ...
@overload
def client(service: Literal["dynamodb"]) -> DynamoDBClient: ...
@overload
def client(service: Literal["secretsmanager"]) -> SecretsManagerClient: ...
@overload
def client(service: Literal["events"]) -> EventBridgeClient: ...
def client(service: Literal["s3", "sns", "sqs", "dynamodb", "secretsmanager", "events"]) -> object:
    """The client of a service, under the process's own credentials, region and endpoint."""
    return _made(service)


def code(error: ClientError) -> str:
    """The service's error code, such as ``NoSuchKey``."""
    return str(error.response.get("Error", {}).get("Code", ""))


@cache
def _made(service: Literal["s3", "sns", "sqs", "dynamodb", "secretsmanager", "events"]) -> object:
    # path style: one host name for all buckets, which the local cloud has and AWS still serves
    style = {"s3": {"addressing_style": "path"}, "signature_version": "s3v4"} if service == "s3" else {}
    made = boto3.client(service, config=_CONFIG.merge(Config(**style)))  # type: ignore[arg-type]  # the overloads above say it
    made.meta.events.register("before-parse.s3.ListObjectsV2", _keys_alone)
    return made


def _keys_alone(response_dict: dict[str, Any], **_: object) -> None:
    """Leave of a listing what is asked for. Keys are escaped in XML, so nothing in them looks like an element."""
    response_dict["body"] = _BESIDE.sub(b"", response_dict["body"])


def forget() -> None:
    """Let go of every client: the next ones are made for the environment as it is then."""
    _made.cache_clear()
