"""The ledger in the stack's DynamoDB table, which the translation memory shares. Rows expire by the attribute ``expires``."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from botocore.exceptions import ClientError

from claimwire.aws.clients import code
from claimwire.models import Notice
from claimwire.ports import Account

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

DAY = 86_400
ALONE = "-"
"""The sort key of a row that has its partition to itself."""
_ALIAS = re.compile(r"#(\w+)")
_PAID = "SET #expires = :expires ADD #paid :paid"
_FREE = "attribute_not_exists(#holder) OR #holder = :holder OR #until < :now"


class TableLedger:
    """The port's Ledger. A row outlives the queues' retention (14 days) by far, so that no late repeat finds it gone."""

    KEPT = 400 * DAY

    def __init__(self, name: str, dynamodb: DynamoDBClient, now: Callable[[], float] = time.time) -> None:
        self._name, self._dynamodb, self._now = name, dynamodb, now

    def account(self, article_id: str, version: str) -> Account:
        """What is written down so far; read strongly, because a repeat may come within a second."""
        item = self._item(_version(article_id, version))
        return Account(
            attempts=int(_number(item, "attempts")),
            paid=int(_number(item, "paid")),
            holder=_text(item, "holder"),
            until=_number(item, "until"),
            progress="progress" in item,
            announced=_text(item, "announced"),
        )

    def lease(self, article_id: str, version: str, holder: str, seconds: float) -> float:
        """Take the version; 0, or the seconds that another's lease still lasts."""
        now = self._now()
        values = {":holder": {"S": holder}, ":until": _n(now + seconds), ":now": _n(now), ":one": _n(1)}
        change = "SET #holder = :holder, #until = :until, #expires = :expires REMOVE #progress ADD #attempts :one"
        if self._update(_version(article_id, version), change, values, _FREE):
            return 0.0
        return max(self.account(article_id, version).until - now, 0.001)

    def progressed(self, article_id: str, version: str, holder: str, paid: int) -> None:
        """Note that the holder's run brought something about, and add what was paid."""
        key, values = _version(article_id, version), {":paid": _n(paid)}
        mine: dict[str, Any] = {**values, ":holder": {"S": holder}, ":yes": {"BOOL": True}}
        change = "SET #progress = :yes, #expires = :expires ADD #paid :paid"
        if not self._update(key, change, mine, "#holder = :holder"):
            self._update(key, _PAID, values)

    def release(self, article_id: str, version: str, holder: str, paid: int) -> None:
        """Give it back, and add what was paid."""
        key, values = _version(article_id, version), {":paid": _n(paid)}
        mine: dict[str, Any] = {**values, ":holder": {"S": holder}}
        if not self._update(key, f"REMOVE #holder, #until, #progress {_PAID}", mine, "#holder = :holder"):
            self._update(key, _PAID, values)

    def busy(self, article_id: str) -> float:
        """Seconds that a lease of it still lasts."""
        return max([0.0, *(_number(item, "until") - self._now() for item in self._versions(article_id))])

    def killed(self, article_id: str, holders: str) -> bool:
        """Whether one of them made progress, and did not live to give its lease back."""
        return any(
            "progress" in item and _text(item, "holder").startswith(holders) and _number(item, "until") <= self._now()
            for item in self._versions(article_id)
        )

    def announced(self, article_id: str, version: str) -> str:
        """The id of the notice that went out last."""
        return self.account(article_id, version).announced

    def mark_announced(self, notice: Notice) -> None:
        """Set the mark, with the notice and its URLs."""
        key = _version(notice.article_id, notice.version)
        values: Any = {":id": {"S": notice.id}, ":notice": {"B": msgspec.json.encode(notice)}}
        self._update(key, "SET #announced = :id, #notice = :notice, #expires = :expires", values)

    def note(self, article_id: str, text: str) -> None:
        """Write down why a run broke."""
        self._update(_note(article_id), "SET #reason = :text, #expires = :expires", {":text": {"S": text[:2000]}})

    def noted(self, article_id: str) -> str:
        """What was written down last."""
        return _text(self._item(_note(article_id)), "reason")

    def _versions(self, article_id: str) -> Iterator[Mapping[str, Any]]:
        """Who holds each version of an article: they are one partition."""
        pages = self._dynamodb.get_paginator("query").paginate(
            TableName=self._name,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": _version(article_id, ALONE)["pk"]},
            ProjectionExpression="#until, #holder, #progress",
            ExpressionAttributeNames={f"#{name}": name for name in ("until", "holder", "progress")},
            ConsistentRead=True,
        )
        return (item for page in pages for item in page["Items"])

    def _item(self, key: Any) -> Mapping[str, Any]:  # noqa: ANN401 - DynamoDB's own shape
        return self._dynamodb.get_item(TableName=self._name, Key=key, ConsistentRead=True).get("Item", {})

    def _update(self, key: Any, change: str, values: Mapping[str, Any], condition: str = "") -> bool:  # noqa: ANN401
        """Whether the condition held."""
        asked: Any = {"ConditionExpression": condition} if condition else {}
        # every name by its alias: DynamoDB reserves some hundred words, "until" among them
        asked["ExpressionAttributeNames"] = {f"#{name}": name for name in _ALIAS.findall(change + condition)}
        asked["ExpressionAttributeValues"] = {**values, ":expires": _n(int(self._now()) + self.KEPT)}
        try:
            self._dynamodb.update_item(TableName=self._name, Key=key, UpdateExpression=change, **asked)
        except ClientError as error:
            if code(error) != "ConditionalCheckFailedException":
                raise
            return False
        return True


def _version(article_id: str, version: str) -> dict[str, Any]:
    return {"pk": {"S": f"version#{article_id}"}, "sk": {"S": version or ALONE}}  # DynamoDB takes no empty key


def _note(article_id: str) -> dict[str, Any]:
    return {"pk": {"S": f"note#{article_id}"}, "sk": {"S": ALONE}}


def _n(number: float) -> dict[str, str]:
    return {"N": str(number)}


def _text(item: Mapping[str, Any], name: str) -> str:
    return str(item.get(name, {}).get("S", ""))


def _number(item: Mapping[str, Any], name: str) -> float:
    return float(item.get(name, {}).get("N", 0))
