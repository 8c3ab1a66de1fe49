"""Whether an object is done: four small requests, no engine, and nothing of the article itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimwire import layout, pointer
from claimwire.job import passed_over
from claimwire.ports import Ledger, Store
from claimwire.settled import settled

State = Literal["left", "done", "gone", "passed over"]


@dataclass(frozen=True)
class Archive:
    """Where the objects lie and what is known of them; results of an ``epoch`` before this one are to be made anew."""

    sources: Store
    results: Store
    ledger: Ledger
    epoch: int


def state_of(archive: Archive, key: str, *, again: bool = False) -> State:
    """``done``: its present state is published and announced, in this epoch. ``again``: what is done counts as left."""
    if passed_over(key):
        return "passed over"
    seen = archive.sources.stat(key)
    if seen is None:
        return "gone"
    if again:
        return "left"
    current, _ = pointer.read(archive.results, layout.article_id(archive.sources.name, key))
    fresh = current is not None and current.order == seen.modified and current.epoch >= archive.epoch
    done = fresh and current is not None and settled(archive.ledger, current, current.version)
    return "done" if done else "left"
