"""What the dead-letter queue holds -> a record, a notice, and a place from which it can be tried again (``claimwire redrive``).

What a run was killed at after progress is no failure: it goes back to its queue, as a job sends itself on.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator, Mapping
from typing import Any

from claimwire import desks, failing, failures, wiring
from claimwire.again import Later
from claimwire.aws import events, metrics

logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)


def handler(event: Mapping[str, Any], context: object) -> None:
    """Tell of each message, or send it on; one for which neither can be done returns to the queue."""
    del context
    desk, stack = desks.failed(os.environ), wiring.required(os.environ, "CLAIMWIRE_STACK")
    for message in events.messages(event):
        for key, found in _found(desk.telling, message):
            came = _settled(desk.behind(message.tried), found)
            print(metrics.line(stack, {"Failed": int(came == "failed")}, time.time()))
            logger.warning(came, extra={"key": key, "reason": found.reason if found else ""})


def _found(desk: failing.Telling, message: events.Message) -> Iterator[tuple[str, failures.Failure | Later | None]]:
    try:
        named = events.ours(message.body, desk.sources.name)
    except events.MalformedEventError as error:
        yield "", failures.of_body(message.body, message.id, message.reason or str(error))
        return
    for upload in named:
        yield upload.key, failing.found(desk, upload, message.id, message.reason, time.time())


def _settled(desk: desks.FailedDesk, found: failures.Failure | Later | None) -> str:
    """What came of it, in the log's words."""
    if found is None:
        return "done meanwhile"
    if isinstance(found, Later):
        desk.uploads.send(found.upload, found.delay)
        return "sent on"
    failing.tell(desk.telling, found)
    return "failed"
