"""Many items of a DynamoDB table in few calls."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimwire.errors import TryLater

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_READ, _WRITE = 100, 25  # most items a call, by BatchGetItem's and BatchWriteItem's own limits
_ROUNDS = 8


def read(dynamodb: DynamoDBClient, table: str, keys: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The items that are there; what DynamoDB leaves unanswered is asked for a few times, then passed over."""
    for some in _chunks(keys, _READ):
        request: Any = {table: {"Keys": some}}
        for _ in range(_ROUNDS):
            answer = dynamodb.batch_get_item(RequestItems=request)
            yield from answer["Responses"].get(table, [])
            request = answer["UnprocessedKeys"]
            if not request:
                break


def write(dynamodb: DynamoDBClient, table: str, requests: Iterable[Mapping[str, Any]]) -> None:
    """Put or delete; raises TryLater where DynamoDB leaves some undone, as it does under load."""
    for some in _chunks(requests, _WRITE):
        request: Any = {table: some}
        for pause in range(_ROUNDS):
            request = dynamodb.batch_write_item(RequestItems=request)["UnprocessedItems"]
            if not request:
                break
            time.sleep(0.05 * 2**pause)
        if request:
            raise TryLater("the translation memory is overloaded")


def _chunks(items: Iterable[Mapping[str, Any]], size: int) -> Iterator[list[Mapping[str, Any]]]:
    everything = list(items)
    return (everything[at : at + size] for at in range(0, len(everything), size))
