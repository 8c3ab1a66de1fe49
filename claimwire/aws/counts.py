"""Two counts beside the translation memory: of people's corrections, and of what was spent."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from claimwire.aws.clients import code
from claimwire.aws.table import ALONE
from claimwire.translators.rates import micros

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_EPOCH: Any = {"pk": {"S": "epoch"}, "sk": {"S": ALONE}}


class Counts:
    """Rows of the stack's table that are only added to."""

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float]) -> None:
        self._name, self._dynamodb, self._now = name, dynamodb, now

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
