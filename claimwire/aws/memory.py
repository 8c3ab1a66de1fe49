"""The translation memory in the stack's DynamoDB table: a partition a segment, so that one query finds all that a text left behind."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from claimwire.aws import batches, remembered
from claimwire.aws.counts import Counts
from claimwire.aws.table import DAY
from claimwire.models import Key, Remembered, Translated

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class TableMemory(Counts):
    """The port's Memory. A row lives on for half a year after its last use; what people wrote stays for good."""

    KEPT = remembered.KEPT

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float] = time.time) -> None:
        super().__init__(name, dynamodb, now)

    def get(self, keys: Sequence[Key]) -> dict[Key, Translated]:
        """Rows by key. What DynamoDB does not answer in time counts as absent: it is only a memory."""
        wanted = {(key.segment, key.context): key for key in keys}
        found: dict[Key, Translated] = {}
        for item in batches.read(self._dynamodb, self._name, [remembered.place(*both) for both in wanted]):
            found[wanted[remembered.key_of(item)]] = remembered.row(item)
            self._touch(item)
        return found

    def put(self, rows: Mapping[Key, Translated]) -> None:
        """Write rows; raises TryLater where DynamoDB leaves some unwritten, as it does under load."""
        puts = [{"PutRequest": {"Item": remembered.item(key, row, self._now())}} for key, row in rows.items()]
        batches.write(self._dynamodb, self._name, puts)

    def forget(self, segments: Sequence[str]) -> int:
        """Remove every row of these segments; returns how many went."""
        ids = [
            remembered.place(segment, context)
            for segment in dict.fromkeys(segments)
            for context in self._contexts(segment)
        ]
        batches.write(self._dynamodb, self._name, [{"DeleteRequest": {"Key": each}} for each in ids])
        return len(ids)

    def expire(self, days: int) -> int:
        """Remove what was last used more than ``days`` days ago; by itself the table does so after ``KEPT`` seconds."""
        first = int(self._now()) - days * DAY + self.KEPT
        ids = [
            {"pk": item["pk"], "sk": item["sk"]}
            for item in self._items()
            if "expires" in item and int(item["expires"]["N"]) < first
        ]
        batches.write(self._dynamodb, self._name, [{"DeleteRequest": {"Key": each}} for each in ids])
        return len(ids)

    def rows(self) -> Iterator[Remembered]:
        """Everything that is remembered; reads the whole table."""
        return map(remembered.listed, self._items())

    def _touch(self, item: Mapping[str, Any]) -> None:
        """Let a row live on, at most once a day; one that was forgotten meanwhile is not brought back, one that is busy can wait."""
        fresh = int(self._now()) + self.KEPT
        if "expires" not in item or int(item["expires"]["N"]) > fresh - DAY:
            return
        values: Any = {":fresh": {"N": str(fresh)}}
        try:
            self._dynamodb.update_item(
                TableName=self._name,
                Key={"pk": item["pk"], "sk": item["sk"]},
                UpdateExpression="SET expires = :fresh",
                ConditionExpression="attribute_exists(pk)",
                ExpressionAttributeValues=values,
            )
        except ClientError:
            return

    def _contexts(self, segment: str) -> list[str]:
        pages = self._dynamodb.get_paginator("query").paginate(
            TableName=self._name,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": remembered.PREFIX + segment}},
            ProjectionExpression="sk",
            ConsistentRead=True,
        )
        return [item["sk"]["S"] for page in pages for item in page["Items"]]

    def _items(self) -> Iterator[Mapping[str, Any]]:
        pages = self._dynamodb.get_paginator("scan").paginate(
            TableName=self._name,
            FilterExpression="begins_with(pk, :memory)",
            ExpressionAttributeValues={":memory": {"S": remembered.PREFIX}},
        )
        return (item for page in pages for item in page["Items"])
