"""One version, one worker at a time: a lease in the ledger for as long as the work may take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from claimwire.errors import Busy
from claimwire.models import Digest
from claimwire.task import Job

LONGEST = 900.0
"""Seconds that any run may take on Lambda; a run without a deadline of its own asks for as much."""
_AFTER = 5.0  # seconds past the deadline until its holder is surely dead


@contextmanager
def leased(job: Job, begun: Digest) -> Iterator[None]:
    """Hold the version's lease, and write down at its end what was paid. A job without a holder's name is alone, and takes none.

    Raises Busy where another holds it.
    """
    if not job.holder:
        yield
        return
    wait = job.ledger.lease(begun.article_id, begun.version, job.holder, min(job.seconds(), LONGEST) + _AFTER)
    if wait:
        raise Busy(f"somebody else works on {begun.source.key}", wait)
    before = job.chain.meter.total.total()
    try:
        yield
    finally:
        paid = job.chain.meter.total.total() - before
        job.ledger.release(begun.article_id, begun.version, job.holder, paid)
