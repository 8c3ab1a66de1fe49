"""What a check-up finds, and what to run about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

State = Literal["ok", "warn", "fail"]


class Finding(Struct, frozen=True, kw_only=True):
    """One line of a check-up. ``run`` is the command, or the change, that mends it; empty where nothing needs mending."""

    check: str
    state: State
    says: str
    run: str = ""


Check = Callable[[], Iterator[Finding]]


def ok(check: str, says: str) -> Finding:
    """All well."""
    return Finding(check=check, state="ok", says=says)


def warn(check: str, says: str, run: str) -> Finding:
    """It works, but not all of it, or not for long."""
    return Finding(check=check, state="warn", says=says, run=run)


def fail(check: str, says: str, run: str) -> Finding:
    """It does not work."""
    return Finding(check=check, state="fail", says=says, run=run)
