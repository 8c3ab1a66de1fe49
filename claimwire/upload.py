"""What a message asks for: a key of a bucket, and how long it has been asked for."""

from __future__ import annotations

from msgspec import Struct


class Upload(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One object that something happened to. It is also the body of a direct invocation, and of a job that sends itself on.

    ``removed`` is the store's id of a version that was deleted for good. ``attempts`` counts the runs without progress so far; ``since`` is
    when the last progress was made, or the first run ended without any, in seconds since 1970 (0: not run yet). Time in the queue
    before that does not count: it is no fault of the engine.
    """

    bucket: str
    key: str
    removed: str = ""
    attempts: int = 0
    since: float = 0.0
