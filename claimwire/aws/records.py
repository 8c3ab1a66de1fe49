"""The shapes of what S3, SNS, EventBridge and we ourselves send, as far as they are looked at."""

from __future__ import annotations

from msgspec import Struct, field


class Bucket(Struct):
    """Where it happened."""

    name: str


class Thing(Struct):
    """What it happened to: S3 writes ``versionId``, EventBridge ``version-id``."""

    key: str
    version_id: str = field(default="", name="versionId")
    version: str = field(default="", name="version-id")


class Entity(Struct):
    """The ``s3`` of a record."""

    bucket: Bucket
    object: Thing


class Sns(Struct, rename="pascal"):
    """A notification that SNS hands to a function itself."""

    message: str


class Record(Struct):
    """One record of S3 or SNS."""

    s3: Entity | None = None
    sns: Sns | None = field(default=None, name="Sns")
    event_name: str = field(default="", name="eventName")


class Detail(Struct, rename="kebab"):
    """EventBridge's detail."""

    bucket: Bucket
    object: Thing
    deletion_type: str = ""


class Body(Struct):
    """Any of the forms; which one shows in what is there."""

    records: list[Record] | None = field(default=None, name="Records")
    event: str = field(default="", name="Event")
    message: str | None = field(default=None, name="Message")
    detail: Detail | None = None
    bucket: str | None = None
    key: str | None = None
    removed: str = ""
    attempts: int = 0
    since: float = 0.0
