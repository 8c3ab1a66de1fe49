"""One upload message (SQS, holding an S3 event) -> one job.

An error that rises returns the message to the queue: it comes again, and after its last try goes to the dead-letter queue.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from claimwire import job, task, wiring
from claimwire.aws import events

logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)
_KEYS_FOR = 600  # seconds


def handler(event: Mapping[str, Any], context: object) -> None:
    """Process every key that the message names; S3's test message names none and is acknowledged."""
    del context
    for message in events.messages(event):
        for upload in events.uploads(message.body):
            here = _job(int(time.time()) // _KEYS_FOR)
            if upload.bucket != here.sources.name:
                raise events.MalformedEventError(
                    f"an event of bucket {upload.bucket}, but this stack serves {here.sources.name}"
                )
            outcome = job.run(here, upload.key, upload.removed)
            logger.info(
                "%s", outcome.action, extra={"key": upload.key, "version": outcome.digest and outcome.digest.version}
            )


@lru_cache(maxsize=1)
def _job(period: int) -> task.Job:
    """The job with its clients and engines, made anew each period, so that a rotated link key is taken up."""
    del period
    return wiring.cloud_job(os.environ)
