"""How a command speaks: to a person at a terminal, into a pipe, or as JSON; with colours, and with progress, or without."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from rich.console import Console

COLUMNS = 80  # of a terminal that does not say


class Screen(Struct, frozen=True, kw_only=True):
    """``tty``: standard output is a terminal; ``live``: progress may be drawn on standard error. ``columns`` is how wide it is."""

    json: bool = False
    quiet: bool = False
    colour: bool = False
    tty: bool = False
    live: bool = False
    columns: int = COLUMNS

    def console(self, *, stderr: bool = False) -> Console:
        """Rich, told the same."""
        from rich.console import Console

        return Console(stderr=stderr, highlight=False, color_system="auto" if self.colour else None, width=self.columns)


_SCREEN: ContextVar[Screen] = ContextVar("screen")
_PIPE = Screen()  # where claimwire is a library


def current() -> Screen:
    """The screen of the command that runs."""
    return _SCREEN.get(_PIPE)


@contextmanager
def using(screen: Screen) -> Iterator[None]:
    """What runs inside speaks so."""
    token = _SCREEN.set(screen)
    try:
        yield
    finally:
        _SCREEN.reset(token)


def of(env: Mapping[str, str], *, json: bool = False, quiet: bool = False, no_color: bool = False) -> Screen:
    """The screen of this process's streams; ``NO_COLOR`` (no-color.org) and ``TERM=dumb`` mean no colours."""
    dumb, tty = env.get("TERM") == "dumb", sys.stdout.isatty()
    return Screen(
        json=json,
        quiet=quiet,
        colour=tty and not (no_color or dumb or env.get("NO_COLOR")),
        tty=tty,
        live=sys.stderr.isatty() and not (quiet or dumb),
        columns=shutil.get_terminal_size((COLUMNS, 24)).columns,
    )
