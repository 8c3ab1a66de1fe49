"""What the dead-letter queue holds -> a record, a notice, and a place from which it can be tried again (``claimwire redrive``)."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping
from typing import Any

from claimwire import desks, failing, failures, wiring
from claimwire.aws import events, metrics

logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)


def handler(event: Mapping[str, Any], context: object) -> None:
    """Tell of each message; one that cannot be told of returns to the queue."""
    del context
    desk, stack = desks.failed(os.environ), wiring.required(os.environ, "CLAIMWIRE_STACK")
    for message in events.messages(event):
        for failure in _failures(desk, message):
            told = failing.tell(desk, failure)
            print(metrics.line(stack, {"Failed": int(told)}, time.time()))
            logger.warning("failed" if told else "done meanwhile", extra={"key": failure.key, "reason": failure.reason})


def _failures(desk: failing.FailedDesk, message: events.Message) -> list[failures.Failure]:
    try:
        named = events.ours(message.body, desk.sources.name)
    except events.MalformedEventError as error:
        return [failures.of_body(message.body, message.id, message.reason or str(error))]
    return [failing.of_upload(desk, upload, message.id, message.reason) for upload in named]
