"""One attempt at an upload, and what follows where it did not end: later again, or given up.

Runs that made progress begin anew at once: what was translated is in the memory. Runs that made none wait, longer each time, and do not
count towards the dead-letter queue while the fault is a service's. Only what breaks without progress rises to the queue. What breaks, or
is killed, after progress does not make the article younger: it ends at the same limit, so that nothing goes round for ever.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import msgspec
from msgspec import Struct

from claimwire import job, layout
from claimwire.errors import Busy, Killed, TryLater
from claimwire.task import Job, Outcome
from claimwire.upload import Upload


class Patience(Struct, frozen=True, kw_only=True):
    """Seconds: before the second try, between any two at most (what SQS can delay), and without progress altogether."""

    first: int = 30
    longest: int = 900
    limit: int = 86_400


class Later(Struct, frozen=True):
    """To be tried again after ``delay`` seconds."""

    upload: Upload
    delay: int
    reason: str


class GivenUp(Struct, frozen=True):
    """Tried for too long: a person must look."""

    upload: Upload
    reason: str


def attempt(
    here: Job,
    upload: Upload,
    patience: Patience,
    now: float,
    passing: Callable[[Exception], bool] = lambda _: False,
    chance: Callable[[], float] = random.random,
) -> Outcome | Later | GivenUp:
    """Run the job once; ``passing`` tells a store's errors that may pass. What breaks otherwise is noted in the ledger, and rises."""
    before = here.chain.meter.used.total()
    try:
        return job.run(here, upload.key, upload.removed)
    except Busy as busy:
        delay = min(math.ceil(busy.seconds) + 1, _pause(patience, upload.attempts, chance))
        return _too_old(upload, patience, now, busy) or Later(_once_more(upload, now), delay, str(busy))
    except Exception as error:
        told = isinstance(error, TryLater) or passing(error)
        if here.chain.meter.used.total() > before or isinstance(error, Killed):
            return onward(upload, patience, now, error, renewed=told and not isinstance(error, Killed))
        if told:
            return _later(upload, patience, now, error, chance)
        here.ledger.note(layout.article_id(upload.bucket, upload.key), f"{type(error).__name__}: {error}")
        raise


def onward(upload: Upload, patience: Patience, now: float, error: Exception, *, renewed: bool) -> Later | GivenUp:
    """After progress: at once; ``renewed`` where patience begins anew with it."""
    since = now if renewed else upload.since or now
    anew = msgspec.structs.replace(upload, attempts=0, since=since)
    return _too_old(anew, patience, now, error) or Later(anew, 0, str(error))


def _later(
    upload: Upload, patience: Patience, now: float, error: Exception, chance: Callable[[], float]
) -> Later | GivenUp:
    return _too_old(upload, patience, now, error) or Later(
        _once_more(upload, now), _pause(patience, upload.attempts, chance), str(error)
    )


def _too_old(upload: Upload, patience: Patience, now: float, error: Exception) -> GivenUp | None:
    waited = now - (upload.since or now)
    if waited <= patience.limit:
        return None
    return GivenUp(upload, f"Given up after {waited / 3600:.1f} hours of trying: {error}")


def _once_more(upload: Upload, now: float) -> Upload:
    return msgspec.structs.replace(upload, attempts=upload.attempts + 1, since=upload.since or now)


def _pause(patience: Patience, attempts: int, chance: Callable[[], float]) -> int:
    """Twice as long each time; up to a fifth is chance, so that many that failed together do not return together."""
    longest = min(patience.longest, patience.first << min(attempts, 10))
    return math.ceil(longest * (0.8 + 0.2 * chance()))
