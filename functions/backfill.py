"""A batch of existing objects (Step Functions Distributed Map) -> jobs: a message for each that is not done, in a queue of their own."""

from __future__ import annotations

import logging
import os
import random
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import msgspec

from claimwire import desks
from claimwire.backfill import batch
from claimwire.backfill.pending import State, state_of
from claimwire.upload import Upload

logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)
_DEEPEST = 1_000  # messages: minutes of work, so that a stop is soon felt, and none waits for its queue's 14 days
_AT_ONCE = 8  # objects looked at, within the ten connections that a client keeps
_PAUSE = (5, 60)  # seconds; by chance, so that batches do not come back together


def handler(event: Mapping[str, Any], context: object) -> dict[str, int]:
    """Send what is left of the batch, and count; where the queue is full, say how long to wait, and do nothing."""
    del context
    desk, items = desks.backfill(os.environ), batch.items(event)
    if desk.queue.waiting() >= _DEEPEST:
        return {"wait": random.randint(*_PAUSE)}  # noqa: S311 - no secret
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        counts = batch.counted(pool.map(partial(_one, desk), items))
    logger.info("batch", extra=msgspec.structs.asdict(counts))
    told: dict[str, int] = msgspec.to_builtins(counts)
    return told


def _one(desk: desks.BackfillDesk, item: batch.Item) -> State:
    """What became of one object."""
    state = state_of(desk.archive, item.key, again=item.again)
    if state == "left":
        desk.queue.send(Upload(bucket=desk.archive.sources.name, key=item.key))
    return state
