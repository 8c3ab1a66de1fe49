"""The translation memory in the stack's DynamoDB table: a partition a segment, so that one query finds all that a text left behind."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from botocore.exceptions import ClientError

from claimwire.aws import batches
from claimwire.aws.clients import code
from claimwire.aws.table import ALONE, DAY
from claimwire.models import HUMAN, Key, Remembered, Translated
from claimwire.translators.purse import micros

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_PREFIX = "memory#"
_EPOCH: Any = {"pk": {"S": "epoch"}, "sk": {"S": ALONE}}


class TableMemory:
    """The port's Memory. A row lives on for half a year after its last use; what people wrote stays for good."""

    KEPT = 180 * DAY

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float] = time.time) -> None:
        self._name, self._dynamodb, self._now = name, dynamodb, now

    def get(self, keys: Sequence[Key]) -> dict[Key, Translated]:
        """Rows by key. What DynamoDB does not answer in time counts as absent: it is only a memory."""
        wanted = {(key.segment, key.context): key for key in keys}
        found: dict[Key, Translated] = {}
        for item in batches.read(self._dynamodb, self._name, [_id(*both) for both in wanted]):
            found[wanted[_segment(item), item["sk"]["S"]]] = _translated(item)
            self._touch(item)
        return found

    def put(self, rows: Mapping[Key, Translated]) -> None:
        """Write rows; raises TryLater where DynamoDB leaves some unwritten, as it does under load."""
        puts = [{"PutRequest": {"Item": self._item(key, row)}} for key, row in rows.items()]
        batches.write(self._dynamodb, self._name, puts)

    def forget(self, segments: Sequence[str]) -> int:
        """Remove every row of these segments; returns how many went."""
        ids = [_id(segment, context) for segment in dict.fromkeys(segments) for context in self._contexts(segment)]
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
        return map(self._remembered, self._items())

    def epoch(self) -> int:
        """How often people's own translations changed."""
        answer = self._dynamodb.get_item(TableName=self._name, Key=_EPOCH, ConsistentRead=True)
        return int(answer["Item"]["corrections"]["N"]) if "Item" in answer else 0

    def advance(self) -> None:
        """Raise the epoch by one."""
        one: Any = {":one": {"N": "1"}}
        self._dynamodb.update_item(
            TableName=self._name, Key=_EPOCH, UpdateExpression="ADD corrections :one", ExpressionAttributeValues=one
        )

    def spend(self, dollars: float, cap: float) -> bool:
        """Add to what was spent this month, unless that would be over the cap; counted in millionths, so that sums are exact."""
        condition: Any = (
            {"ConditionExpression": "attribute_not_exists(micros) OR micros <= :most"} if dollars > 0 else {}
        )
        more, most = micros(dollars), micros(cap) - micros(dollars)
        if dollars > 0 and most < 0:
            return False
        values: Any = {":more": {"N": str(more)}} | ({":most": {"N": str(most)}} if condition else {})
        try:
            self._dynamodb.update_item(
                TableName=self._name,
                Key=self._month(),
                UpdateExpression="ADD micros :more",
                ExpressionAttributeValues=values,
                **condition,
            )
        except ClientError as error:
            if code(error) != "ConditionalCheckFailedException":
                raise
            return False
        return True

    def spent(self) -> float:
        """US dollars that were spent this month."""
        answer = self._dynamodb.get_item(TableName=self._name, Key=self._month(), ConsistentRead=True)
        return int(answer["Item"]["micros"]["N"]) / 1_000_000 if "Item" in answer else 0.0

    def _month(self) -> Any:  # noqa: ANN401 (boto3's own type of a key is one of hundreds)
        month = datetime.datetime.fromtimestamp(self._now(), datetime.UTC).strftime("%Y-%m")
        return {"pk": {"S": f"spent#{month}"}, "sk": {"S": ALONE}}

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
            ExpressionAttributeValues={":pk": {"S": _PREFIX + segment}},
            ProjectionExpression="sk",
            ConsistentRead=True,
        )
        return [item["sk"]["S"] for page in pages for item in page["Items"]]

    def _items(self) -> Iterator[Mapping[str, Any]]:
        pages = self._dynamodb.get_paginator("scan").paginate(
            TableName=self._name,
            FilterExpression="begins_with(pk, :memory)",
            ExpressionAttributeValues={":memory": {"S": _PREFIX}},
        )
        return (item for page in pages for item in page["Items"])

    def _item(self, key: Key, row: Translated) -> dict[str, Any]:
        expires = {} if key.engine == HUMAN else {"expires": {"N": str(int(self._now()) + self.KEPT)}}
        named = {"text": {"S": key.text}, "source": {"S": key.source}, "target": {"S": key.target}}
        return {**_id(key.segment, key.context), "row": {"B": msgspec.json.encode(row)}, **named, **expires}

    def _remembered(self, item: Mapping[str, Any]) -> Remembered:
        used = int(item["expires"]["N"]) - self.KEPT if "expires" in item else None
        return Remembered(
            text=item["text"]["S"],
            source=item["source"]["S"],
            target=item["target"]["S"],
            row=_translated(item),
            used=datetime.datetime.fromtimestamp(used, datetime.UTC).date().isoformat() if used is not None else "",
        )


def _id(segment: str, context: str) -> dict[str, Any]:
    return {"pk": {"S": _PREFIX + segment}, "sk": {"S": context}}


def _segment(item: Mapping[str, Any]) -> str:
    return str(item["pk"]["S"].removeprefix(_PREFIX))


def _translated(item: Mapping[str, Any]) -> Translated:
    return msgspec.json.decode(item["row"]["B"], type=Translated)
