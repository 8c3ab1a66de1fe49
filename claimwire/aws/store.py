"""A bucket behind the Store port."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from claimwire.aws.clients import code
from claimwire.errors import Conflict, Refused
from claimwire.ports import Stat

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_GONE = frozenset({"NoSuchKey", "NoSuchVersion", "404", "NotFound", "MethodNotAllowed"})
_NO_HOLD = frozenset({"NoSuchObjectLockConfiguration", "ObjectLockConfigurationNotFoundError", "InvalidRequest"})
_ARCHIVED = "InvalidObjectState"
_VERSIONS = 50  # versions and markers looked through for the newest; the key's own come first, newest first
_LOST = frozenset({"PreconditionFailed", "ConditionalRequestConflict", "412", "409"})


class Bucket:
    """S3, with conditional writes (If-None-Match, If-Match)."""

    def __init__(self, name: str, s3: S3Client) -> None:
        self.name, self._s3 = name, s3

    def stat(self, key: str) -> Stat | None:
        """The present state; a delete marker counts as gone."""
        try:
            head = self._s3.head_object(Bucket=self.name, Key=key)
        except ClientError as error:
            _raise_unless_gone(error)
            return None
        return Stat(
            key=key,
            size=head["ContentLength"],
            etag=head["ETag"],
            modified=_utc(head["LastModified"]),
            version=_version(head),
            content_type=_content_type(head),
            metadata=head.get("Metadata", {}),
        )

    def get(self, key: str, version: str | None = None) -> bytes | None:
        """The bytes, of one version where given. Raises Refused for an archived object."""
        which: Any = {"VersionId": version} if version else {}
        try:
            return self._s3.get_object(Bucket=self.name, Key=key, **which)["Body"].read()
        except ClientError as error:
            if code(error) == _ARCHIVED:
                raise Refused(
                    "The file lies in an archive class, from which nothing can be read: restore it and copy it over itself."
                ) from error
            _raise_unless_gone(error)
            return None

    def put(
        self, key: str, data: bytes, content_type: str, *, if_none_match: bool = False, if_match: str | None = None
    ) -> str:
        """Write, on a condition or none; never cached by those in between."""
        condition: Any = {"IfNoneMatch": "*"} if if_none_match else {"IfMatch": if_match} if if_match else {}
        try:
            return self._s3.put_object(
                Bucket=self.name,
                Key=key,
                Body=data,
                ContentType=content_type,
                CacheControl="private, no-store",
                **condition,
            )["ETag"]
        except ClientError as error:
            if condition and code(error) in _LOST | _GONE:
                raise Conflict(f"{key} changed meanwhile") from error
            raise

    def delete(self, key: str) -> None:
        """Remove the object; in a versioned bucket this leaves a marker."""
        self._s3.delete_object(Bucket=self.name, Key=key)

    def list(self, prefix: str) -> Iterator[str]:
        """Keys under a prefix, page by page."""
        for page in self._s3.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=prefix):
            for item in page.get("Contents", []):
                yield item["Key"]

    def tags(self, key: str, version: str | None = None) -> dict[str, str]:
        """The object's tags; none where it is gone."""
        which: Any = {"VersionId": version} if version else {}
        try:
            found = self._s3.get_object_tagging(Bucket=self.name, Key=key, **which)["TagSet"]
        except ClientError as error:
            _raise_unless_gone(error)
            return {}
        return {tag["Key"]: tag["Value"] for tag in found}

    def held(self, key: str) -> bool:
        """Whether the newest version under a delete marker has a legal hold."""
        left = self._s3.list_object_versions(Bucket=self.name, Prefix=key, MaxKeys=_VERSIONS).get("Versions", [])
        newest = next((one["VersionId"] for one in left if one["Key"] == key), None)
        return newest is not None and self._hold(key, newest)

    def _hold(self, key: str, version: str) -> bool:
        try:
            hold = self._s3.get_object_legal_hold(Bucket=self.name, Key=key, VersionId=version)
        except ClientError as error:
            if code(error) not in _NO_HOLD | _GONE:
                raise
            return False
        return hold["LegalHold"].get("Status") == "ON"


def _raise_unless_gone(error: ClientError) -> None:
    if code(error) not in _GONE:
        raise error


def _utc(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _version(head: Mapping[str, Any]) -> str | None:
    """None in a bucket that keeps no versions, where S3 says ``null`` or nothing."""
    version = head.get("VersionId")
    return str(version) if version and version != "null" else None


def _content_type(head: Mapping[str, Any]) -> str | None:
    """None for what S3 sets where the uploader set nothing."""
    said = str(head.get("ContentType") or "")
    return None if said in ("", "binary/octet-stream", "application/octet-stream") else said
