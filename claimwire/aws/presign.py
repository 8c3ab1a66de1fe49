"""Presigned requests, for minutes only, never stored: they die with the role's session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from claimwire.aws.clients import client
from claimwire.web.uploads.inbox import Form

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

SECONDS = 300


def get_url(bucket: str, key: str) -> str:
    """A URL that reads one object for five minutes."""
    return client("s3").generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=SECONDS)


def post_form(s3: S3Client, bucket: str, key: str, fields: Mapping[str, str], most: int, seconds: int) -> Form:
    """A form that puts one object at exactly this key, with exactly these fields, of 1 to ``most`` bytes, for so long."""
    conditions: list[Any] = [{name: value} for name, value in fields.items()]
    signed = s3.generate_presigned_post(
        Bucket=bucket,
        Key=key,
        Fields=dict(fields),
        Conditions=[*conditions, ["content-length-range", 1, most]],
        ExpiresIn=seconds,
    )
    return Form(signed["url"], signed["fields"])
