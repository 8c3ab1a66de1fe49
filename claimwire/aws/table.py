"""One DynamoDB table behind two ports: the ledger, and the translation memory. Rows expire by the attribute ``expires``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from claimwire.errors import TryLater
from claimwire.models import Notice, Translated

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

DAY = 86_400
_READ, _WRITE = 100, 25  # most items a call, by BatchGetItem's and BatchWriteItem's own limits
_ROUNDS = 8


class TableLedger:
    """What was announced. The mark outlives the queues' retention (14 days) by far, so that no late repeat finds it gone."""

    KEPT = 400 * DAY

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float] = time.time) -> None:
        self._name, self._dynamodb, self._now = name, dynamodb, now

    def announced(self, article_id: str, version: str) -> bool:
        """Whether the mark is there; read strongly, because a repeat may come within a second."""
        key: Any = {"pk": {"S": _announced(article_id, version)}}
        return "Item" in self._dynamodb.get_item(TableName=self._name, Key=key, ConsistentRead=True)

    def mark_announced(self, notice: Notice) -> None:
        """Set the mark, with the notice and its URLs."""
        item: Any = {
            "pk": {"S": _announced(notice.article_id, notice.version)},
            "notice": {"B": msgspec.json.encode(notice)},
            "expires": {"N": str(int(self._now()) + self.KEPT)},
        }
        self._dynamodb.put_item(TableName=self._name, Item=item)


class TableMemory:
    """The translation memory. A row lives on for half a year after its last writing."""

    KEPT = 180 * DAY

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float] = time.time) -> None:
        self._name, self._dynamodb, self._now = name, dynamodb, now

    def get(self, keys: Sequence[str]) -> dict[str, Translated]:
        """Rows by key. What DynamoDB does not answer in time counts as absent: it is only a memory."""
        found: dict[str, Translated] = {}
        for some in _chunks(dict.fromkeys(keys), _READ):
            request: Any = {self._name: {"Keys": [{"pk": {"S": _memory(key)}} for key in some]}}
            for _ in range(_ROUNDS):
                answer = self._dynamodb.batch_get_item(RequestItems=request)
                found |= dict(_row(item) for item in answer["Responses"].get(self._name, []))
                request = answer["UnprocessedKeys"]
                if not request:
                    break
        return found

    def put(self, rows: Mapping[str, Translated]) -> None:
        """Write rows; raises TryLater where DynamoDB leaves some unwritten, as it does under load."""
        for some in _chunks(rows, _WRITE):
            request: Any = {self._name: [{"PutRequest": {"Item": self._item(key, rows[key])}} for key in some]}
            for pause in range(_ROUNDS):
                request = self._dynamodb.batch_write_item(RequestItems=request)["UnprocessedItems"]
                if not request:
                    break
                time.sleep(0.05 * 2**pause)
            if request:
                raise TryLater("the translation memory is overloaded")

    def _item(self, key: str, row: Translated) -> dict[str, dict[str, object]]:
        return {
            "pk": {"S": _memory(key)},
            "row": {"B": msgspec.json.encode(row)},
            "expires": {"N": str(int(self._now()) + self.KEPT)},
        }


def _row(item: Mapping[str, Any]) -> tuple[str, Translated]:
    return item["pk"]["S"].partition("#")[2], msgspec.json.decode(item["row"]["B"], type=Translated)


def _chunks(keys: Iterable[str], size: int) -> Iterator[list[str]]:
    everything = list(keys)
    return (everything[at : at + size] for at in range(0, len(everything), size))


def _announced(article_id: str, version: str) -> str:
    return f"announced#{article_id}#{version}"


def _memory(key: str) -> str:
    return f"memory#{key}"
