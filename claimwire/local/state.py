"""The state folder of a local cloud, and the records in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
from msgspec import Struct

DEFAULT = Path(".local")
REGION: Final = "eu-west-1"

Say = Callable[[str], None]
"""Told what is going on, a line at a time."""

Record = TypeVar("Record", bound=Struct)


def silent(_: str) -> None:
    """A Say that says nothing."""


class Server(Struct, frozen=True, kw_only=True):
    """How a server is reached and who owns it; kept from one start to the next, save ``pid`` and ``started``."""

    port: int
    access_key: str
    secret_key: str
    region: str = REGION
    pid: int | None = None
    started: str | None = None
    """The process's start time as the system tells it: a pid alone may have been given to another process since."""

    @property
    def endpoint(self) -> str:
        """The address of every service."""
        return f"http://127.0.0.1:{self.port}"


class Cloud(Struct, frozen=True, kw_only=True):
    """A deployed local cloud: what a user, or a test, needs to talk to it."""

    endpoint: str
    base_url: str
    region: str
    access_key: str
    secret_key: str
    articles_bucket: str
    results_bucket: str
    topic_arn: str
    queue_url: str
    dlq_url: str
    ingest_function: str
    table: str
    link_secret_arn: str
    code_key: str


_OUTPUTS = {
    "base_url": "BaseUrl",
    "articles_bucket": "ArticlesBucket",
    "results_bucket": "ResultsBucket",
    "topic_arn": "TopicArn",
    "queue_url": "QueueUrl",
    "dlq_url": "DlqUrl",
    "ingest_function": "IngestFunction",
    "table": "TableName",
    "link_secret_arn": "LinkSecretArn",
}


def told(outputs: Mapping[str, str]) -> dict[str, str]:
    """The fields of a Cloud that a stack's outputs tell."""
    return {field: outputs[name] for field, name in _OUTPUTS.items()}


class Folder:
    """Where a local cloud keeps everything; removing it removes the cloud."""

    def __init__(self, path: Path = DEFAULT) -> None:
        self.path = path.absolute()
        self.server = self.path / "server.json"
        self.cloud = self.path / "cloud.json"
        self.lock = self.path / "lock"
        self.log = self.path / "ministack.log"
        self.venv = self.path / "ministack"
        self.home = self.path / "home"  # the functions' home: models are cached here from one start to the next
        self.state = self.path / "state"
        self.objects = self.path / "objects"
        self.temporary = self.path / "tmp"

    def make(self) -> None:
        """Make the folders, for the owner's eyes alone: keys are in there."""
        self.path.mkdir(parents=True, exist_ok=True)
        self.path.chmod(0o700)
        for folder in (self.home, self.state, self.objects, self.temporary):
            folder.mkdir(exist_ok=True)


def read(path: Path, kind: type[Record]) -> Record | None:
    """The record in a file, or None where there is none, or one of another release."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def write(path: Path, record: Any) -> None:  # noqa: ANN401 - any record of ours
    """Put a record into a file that only its owner can read, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(record)))
    fresh.replace(path)
