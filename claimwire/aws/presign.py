"""Presigned URLs, for minutes only, never stored: they die with the role's session."""

from __future__ import annotations

from claimwire.aws.clients import client

SECONDS = 300


def get_url(bucket: str, key: str) -> str:
    """A URL that reads one object for five minutes."""
    return client("s3").generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=SECONDS)
