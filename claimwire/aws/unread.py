"""What a check-up may not, or cannot, ask: said with the reason, the right that is lacking, and a command that shows it."""

from __future__ import annotations

from botocore.exceptions import BotoCoreError, ClientError

from claimwire.aws.clients import code
from claimwire.findings import Finding, warn

Unreadable = (ClientError, BotoCoreError)


def unread(check: str, what: str, error: Exception, right: str, look: str) -> Finding:
    """A warning, as the stack works without it. ``right`` is the IAM action that the question needs."""
    return warn(check, f"{what} could not be read: {_why(error)}", f"allow these credentials {right}, or: {look}")


def _why(error: Exception) -> str:
    if not isinstance(error, ClientError):
        return f"{type(error).__name__}: {error}"
    told = error.response.get("Error", {}).get("Message", "")
    return ": ".join(filter(None, (code(error), told))) or str(error)
