"""The ledger in the stack's DynamoDB table, which the translation memory shares. Rows expire by the attribute ``expires``."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from claimwire.models import Notice

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

DAY = 86_400
ALONE = "-"
"""The sort key of a row that has its partition to itself."""


class TableLedger:
    """What was announced. The mark outlives the queues' retention (14 days) by far, so that no late repeat finds it gone."""

    KEPT = 400 * DAY

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float] = time.time) -> None:
        self._name, self._dynamodb, self._now = name, dynamodb, now

    def announced(self, article_id: str, version: str) -> bool:
        """Whether the mark is there; read strongly, because a repeat may come within a second."""
        key: Any = _announced(article_id, version)
        return "Item" in self._dynamodb.get_item(TableName=self._name, Key=key, ConsistentRead=True)

    def mark_announced(self, notice: Notice) -> None:
        """Set the mark, with the notice and its URLs."""
        item: Any = {
            **_announced(notice.article_id, notice.version),
            "notice": {"B": msgspec.json.encode(notice)},
            "expires": {"N": str(int(self._now()) + self.KEPT)},
        }
        self._dynamodb.put_item(TableName=self._name, Item=item)


def _announced(article_id: str, version: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": f"announced#{article_id}#{version}"}, "sk": {"S": ALONE}}
