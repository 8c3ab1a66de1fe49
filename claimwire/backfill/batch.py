"""What a state machine hands to the door, and what the door tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct, field

from claimwire.backfill.pending import State
from claimwire.errors import BadSetting


class Item(Struct, frozen=True):
    """An object of the articles bucket; ``again``: it is sent even where it is done."""

    key: str
    again: bool = False


class _Batch(Struct):
    items: list[Item] = field(name="Items")


class Counts(Struct, frozen=True, rename={"passed_over": "passedOver"}):
    """What came of a batch: objects looked at, sent, done before, gone meanwhile, and no articles at all."""

    found: int = 0
    sent: int = 0
    done: int = 0
    gone: int = 0
    passed_over: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


def items(event: Mapping[str, Any]) -> list[Item]:
    """The items of a batch; one item alone is a batch of one. Raises BadSetting."""
    try:
        if "Items" in event:
            return msgspec.convert(event, _Batch).items
        return [msgspec.convert(event, Item)]
    except msgspec.ValidationError as error:
        raise BadSetting(f'neither {{"Items": [{{"key": …}}, …]}} nor {{"key": …}}: {error}') from error


def counted(states: Iterable[State]) -> Counts:
    """How often each state."""
    all_states = list(states)
    return Counts(
        found=len(all_states),
        sent=all_states.count("left"),
        done=all_states.count("done"),
        gone=all_states.count("gone"),
        passed_over=all_states.count("passed over"),
    )
