"""A row of the translation memory as an item of the stack's table, and back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import msgspec

from claimwire.aws.table import DAY
from claimwire.models import HUMAN, Key, Remembered, Translated

KEPT = 180 * DAY
PREFIX = "memory#"


def item(key: Key, row: Translated, now: float) -> dict[str, Any]:
    """What is written. What people wrote does not expire."""
    expires = {} if key.engine == HUMAN else {"expires": {"N": str(int(now) + KEPT)}}
    named = {"text": {"S": key.text}, "source": {"S": key.source}, "target": {"S": key.target}}
    return {**place(key.segment, key.context), "row": {"B": msgspec.json.encode(row)}, **named, **expires}


def place(segment: str, context: str) -> dict[str, Any]:
    """The item's key."""
    return {"pk": {"S": PREFIX + segment}, "sk": {"S": context}}


def key_of(item: Mapping[str, Any]) -> tuple[str, str]:
    """Segment and context."""
    return item["pk"]["S"].removeprefix(PREFIX), item["sk"]["S"]


def row(item: Mapping[str, Any]) -> Translated:
    """The translation."""
    return msgspec.json.decode(item["row"]["B"], type=Translated)


def listed(item: Mapping[str, Any]) -> Remembered:
    """The row as it is listed."""
    used = int(item["expires"]["N"]) - KEPT if "expires" in item else None
    return Remembered(
        text=item["text"]["S"],
        source=item["source"]["S"],
        target=item["target"]["S"],
        row=row(item),
        used=datetime.datetime.fromtimestamp(used, datetime.UTC).date().isoformat() if used is not None else "",
    )
