"""What the job is at with an upload of the page: one small row an article in the stack's table, gone after a day."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

logger = logging.getLogger(__name__)

PARTITION = "stage#"
_KEPT = 86_400  # seconds; nobody watches an upload for longer


class TableStages:
    """Stages by article. Losing one does no harm: whoever watches sees the last one for longer."""

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float] = time.time) -> None:
        self._name, self._dynamodb, self._now = name, dynamodb, now

    def tell(self, article_id: str, stage: str) -> None:
        """A stage begins. That it could not be told is no reason for the job to fail."""
        row = {**_key(article_id), "stage": {"S": stage}, "expires": {"N": str(int(self._now()) + _KEPT)}}
        try:
            self._dynamodb.put_item(TableName=self._name, Item=row)
        except (ClientError, BotoCoreError) as error:
            logger.warning("the stage could not be told: %s", error)

    def told(self, article_id: str) -> str:
        """The stage that began last; empty where none has, or none is known."""
        item: dict[str, Any] = self._dynamodb.get_item(TableName=self._name, Key=_key(article_id)).get("Item", {})
        return str(item.get("stage", {}).get("S", ""))


def _key(article_id: str) -> dict[str, Any]:
    return {"pk": {"S": f"{PARTITION}{article_id}"}, "sk": {"S": "-"}}
