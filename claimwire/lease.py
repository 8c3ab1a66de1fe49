"""One version, one worker at a time: a lease in the ledger for as long as the work may take."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from claimwire.errors import Busy, Killed
from claimwire.models import Digest
from claimwire.task import Job

LONGEST = 900.0
"""Seconds that any run may take on Lambda; a run without a deadline of its own asks for as much."""
_AFTER = (
    2.0  # seconds past the deadline until its holder is surely dead: Lambda ends it on time, and clocks differ by less
)
_OFTEN = 5.0  # seconds between two notes of what was paid: a killed run's account is short by less


def holder(message: str, run: str) -> str:
    """Who works: this run of this message. A message may come again while a run of its own still lives."""
    return f"{message}/{run}"


def killed(key: str) -> Killed:
    """What is said of a run that was killed after progress."""
    return Killed(f"the run before was killed at {key} after some progress")


@contextmanager
def leased(job: Job, begun: Digest) -> Iterator[Callable[[], None]]:
    """Hold the version's lease, and write down what is paid. A job without a holder's name is alone, and takes none.

    Gives what is to be called when the run has brought something about that lasts. Raises Busy where another run holds the lease, and
    Killed where one of the same message held it, and was killed after such progress; the lease is given back then.
    """
    if not job.holder:
        yield lambda: None
        return
    before = job.ledger.account(begun.article_id, begun.version) if job.retried else None
    wait = job.ledger.lease(
        begun.article_id, begun.version, job.holder, min(job.seconds() + job.reserve, LONGEST) + _AFTER
    )
    if wait:
        raise Busy(f"somebody else works on {begun.source.key}", wait)
    if before and before.progress and _message(before.holder) == _message(job.holder):
        job.ledger.release(begun.article_id, begun.version, job.holder, 0)
        raise killed(begun.source.key)
    book = _Book(job, begun)
    try:
        yield book.progressed
    finally:
        job.ledger.release(begun.article_id, begun.version, job.holder, book.unwritten())


class _Book:
    """What a run pays, written down at its first sentence, every few seconds, and at its end: one sentence more is no news."""

    def __init__(self, job: Job, begun: Digest) -> None:
        self._job, self._begun = job, begun
        self._written = job.chain.meter.total.total()
        self._left = math.inf  # seconds that were left at the last note

    def progressed(self) -> None:
        """Something was brought about that lasts."""
        left = self._job.seconds()
        if self._left == math.inf or self._left - left >= _OFTEN:
            self._left = left if left < math.inf else -math.inf  # without a deadline: once
            self._job.ledger.progressed(self._begun.article_id, self._begun.version, self._job.holder, self.unwritten())

    def unwritten(self) -> int:
        """Characters paid since this was asked last."""
        before, self._written = self._written, self._job.chain.meter.total.total()
        return self._written - before


def _message(holder: str) -> str:
    return holder.rpartition("/")[0]
