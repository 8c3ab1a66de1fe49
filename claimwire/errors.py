"""Errors are named by what the caller must do.

    ClaimwireError
    ├── Refused        the article is at fault: record it, announce it, do not retry
    ├── TryLater       an engine or a service is at fault: the same call may work later
    │   ├── Passing    … and a second try in a moment is worth it
    │   ├── Busy       … as somebody else is at the same work
    │   └── Killed     … as the run before was ended from outside, after some progress
    ├── BadSetting     a setting or an argument is at fault: a person must change it
    └── Conflict       somebody else wrote first: read again and decide anew

Anything else rises: the queue retries, then sets the message aside.
"""


class ClaimwireError(Exception):
    """The root of every error raised on purpose; its text says what happened and what to do."""


class Refused(ClaimwireError):
    """The article cannot be processed, now or later; the text is shown to people."""


class TryLater(ClaimwireError):
    """A service failed in a way that may pass."""


class Passing(TryLater):
    """A service failed in a way that often passes within seconds; ``retry_after`` is how many it named, if it did."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Busy(TryLater):
    """Somebody else works on it, for at most ``seconds`` more."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class Killed(TryLater):
    """The run before this one, of the same message, made progress and was killed: it may not count against the article."""


class BadSetting(ClaimwireError):
    """A name, code or value that claimwire does not know; the text lists what it knows."""


class Conflict(ClaimwireError):
    """A conditional write lost."""
