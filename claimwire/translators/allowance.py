"""How long the request at hand may take: what is left of the deadline under which its thread asks an engine.

An engine's port knows no deadline, and one engine serves many jobs at once, each with a deadline of its own: so it goes along in the
context of the thread that asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from claimwire.translators.patience import Deadline

_LEAST = 0.05  # seconds: HTTP libraries take none for an error, or for no limit at all
_deadline: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def within(deadline: Deadline) -> Iterator[None]:
    """Bounds the requests that this thread makes meanwhile."""
    before = _deadline.set(deadline)
    try:
        yield
    finally:
        _deadline.reset(before)


def allowed(seconds: float) -> float:
    """So many seconds, or what is left where that is less."""
    deadline = _deadline.get()
    return seconds if deadline is None else max(_LEAST, min(seconds, deadline.left()))
