"""What is going on, how many are done and how long it will take: a line on standard error, where that is a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimwire.letters import clean
from claimwire.terminal import screen

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """The line; one without ``drawn`` says nothing."""

    def __init__(self, drawn: Progress | None = None, task: TaskID | None = None) -> None:
        self._drawn, self._task = drawn, task

    def say(self, what: str, more: Callable[[], str] = str) -> None:
        """Something else is going on; ``more`` tells how far it is, whenever the line is drawn."""
        if self._drawn is not None and self._task is not None:
            self._drawn.update(self._task, description=clean(what), more=more)

    def done(self, number: int = 1) -> None:
        """So many more are done."""
        if self._drawn is not None and self._task is not None:
            self._drawn.advance(self._task, number)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The line makes room for what is printed meanwhile."""
        if self._drawn is not None:
            self._drawn.stop()
        try:
            yield
        finally:
            if self._drawn is not None:
                self._drawn.start()


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Bar]:
    """A line that stays as long as the block runs; with ``total``, how many of how many, and the time left.

    Nothing in a pipe, in a dumb terminal, or with ``--quiet``.
    """
    if not screen.current().live:
        yield Bar()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    from claimwire.terminal.more import MoreColumn

    counted = (BarColumn(20), MofNCompleteColumn(), TimeRemainingColumn()) if total is not None else ()
    text = TextColumn("{task.description}", markup=False)
    with Progress(
        SpinnerColumn(), text, MoreColumn(), *counted, console=screen.current().console(stderr=True), transient=True
    ) as drawn:
        yield Bar(drawn, drawn.add_task(clean(what), total=total, more=str))
