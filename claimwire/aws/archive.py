"""A stack's articles as the command line sees them that backfills: with its user's own rights."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from claimwire import settings
from claimwire.aws.deployment import Deployment
from claimwire.aws.memory import TableMemory
from claimwire.aws.store import Bucket
from claimwire.aws.table import TableLedger
from claimwire.backfill.pending import Archive
from claimwire.backfill.sampling import Sized

LISTS = "backfill/lists/"


class StackArchive:
    """One stack's."""

    def __init__(self, stack: Deployment) -> None:
        self._stack, self.bucket = stack, stack.outputs["ArticlesBucket"]
        self.sources = Bucket(self.bucket, stack.client("s3"))
        self.memory = TableMemory(stack.outputs["TableName"], stack.client("dynamodb"))

    @cached_property
    def environment(self) -> Mapping[str, str]:
        """What the ingest function is told."""
        found = self._stack.client("lambda").get_function_configuration(
            FunctionName=self._stack.outputs["IngestFunction"]
        )
        variables: Mapping[str, str] = found["Environment"]["Variables"]
        return variables

    @cached_property
    def pending(self) -> Archive:
        """What tells whether an object is done."""
        ledger = TableLedger(self._stack.outputs["TableName"], self._stack.client("dynamodb"))
        return Archive(self.sources, self._stack.results, ledger, self.settings().epoch + self.memory.epoch())

    def settings(self) -> settings.Settings:
        """What the stack asks of every article."""
        return settings.from_mapping(self.environment)

    def listed(self, prefix: str) -> list[Sized]:
        """Every object under the prefix."""
        pages = self._stack.client("s3").get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=prefix)
        return [Sized(item["Key"], item["Size"]) for page in pages for item in page.get("Contents", [])]

    def sized(self, keys: Iterable[str]) -> list[Sized]:
        """These objects, as far as they are there."""
        found = (self.sources.stat(key) for key in keys)
        return [Sized(each.key, each.size) for each in found if each is not None]

    def elsewhere(self, bucket: str) -> Callable[[str], bytes | None]:
        """Fetches from another bucket."""
        return Bucket(bucket, self._stack.client("s3")).get

    def keep(self, items: bytes, now: float) -> str:
        """Put a list where the state machine may read it; its key."""
        moment = datetime.datetime.fromtimestamp(now, datetime.UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        key = f"{LISTS}{moment}.jsonl"
        self._stack.results.put(key, items, "application/jsonl")
        return key
