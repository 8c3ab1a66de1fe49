"""One version, one worker at a time: a lease in the ledger for as long as the work may take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from claimwire.errors import Busy, Killed
from claimwire.models import Digest
from claimwire.task import Job

LONGEST = 900.0
"""Seconds that any run may take on Lambda; a run without a deadline of its own asks for as much."""
_AFTER = 5.0  # seconds past the deadline until its holder is surely dead


@contextmanager
def leased(job: Job, begun: Digest) -> Iterator[Callable[[], None]]:
    """Hold the version's lease, and write down at its end what was paid. A job without a holder's name is alone, and takes none.

    Gives what is to be called when the run has brought something about that lasts. Raises Busy where another holds the lease, and Killed
    where the same message held it, and its run was killed after such progress; the lease is given back then.
    """
    if not job.holder:
        yield lambda: None
        return
    if job.retried:
        _raise_where_killed(job, begun)
    wait = job.ledger.lease(begun.article_id, begun.version, job.holder, min(job.seconds(), LONGEST) + _AFTER)
    if wait:
        raise Busy(f"somebody else works on {begun.source.key}", wait)
    before = job.chain.meter.total.total()
    try:
        yield _once(lambda: job.ledger.progressed(begun.article_id, begun.version, job.holder))
    finally:
        paid = job.chain.meter.total.total() - before
        job.ledger.release(begun.article_id, begun.version, job.holder, paid)


def _raise_where_killed(job: Job, begun: Digest) -> None:
    account = job.ledger.account(begun.article_id, begun.version)
    if account.holder == job.holder and account.progress:
        job.ledger.release(begun.article_id, begun.version, job.holder, 0)
        raise Killed(f"the run before was killed at {begun.source.key} after some progress")


def _once(call: Callable[[], None]) -> Callable[[], None]:
    """Calls the first time only: one sentence more is no news to the ledger."""
    left = [call]
    return lambda: left.pop()() if left else None
