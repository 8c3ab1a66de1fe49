"""How far a backfill is, while it runs and at its end."""

from __future__ import annotations

import time

from claimwire.aws.backfills import Backfills, NotKept
from claimwire.backfill.progress import Look, Pace
from claimwire.errors import TryLater
from claimwire.terminal import screen
from claimwire.terminal.answers import answer, note, table
from claimwire.terminal.progress import progress

_EVERY = 2.0  # seconds between two looks
_CALM = 3  # looks in a row that find nothing left: SQS counts only about


def watch(machine: Backfills, execution: str) -> None:
    """Look on until all is done, or until Ctrl-C, which ends nothing but this; raises TryLater where the listing broke off."""
    pace, calm = Pace(), 0
    try:
        with progress("backfill") as bar:
            while calm < _CALM:
                look = machine.look(execution)
                pace.take(look)
                bar.say(line(look, pace))
                calm = calm + 1 if look.over else 0
                time.sleep(_EVERY)
    except KeyboardInterrupt:
        note("it goes on: claimwire backfill --status --watch looks on again")
        return
    show(machine, execution)
    if look.broken:
        raise TryLater(f"the listing {look.broken}: the same command goes on with what is left")


def show(machine: Backfills, execution: str) -> None:
    """What there is to say now: a line while it runs, a table at the end."""
    look = machine.look(execution)
    if not look.over:
        answer(look, line(look, Pace()))
        return
    try:
        counts = machine.counts(execution)
    except NotKept:
        answer(look, line(look, Pace()))
        note("what came of each is no longer kept, as BackfillDays of the stack says")
        return
    if screen.current().json:
        answer(counts)
        return
    rows = [
        ("objects", counts.found),
        ("done before", counts.done),
        ("sent, and done now", counts.sent),
        ("no articles", counts.passed_over),
        ("gone meanwhile", counts.gone),
        ("not looked at", max(0, look.total - counts.found)),
    ]
    table(("backfill", ""), [(name, f"{number:,}") for name, number in rows if number or name == "objects"])
    note("`claimwire failures` lists articles that could not be done")


def line(look: Look, pace: Pace) -> str:
    """Counts, and where they are known rate and time left."""
    said = [f"{look.finished:,} of {look.total:,} objects", f"{look.waiting:,} wait or are in work"]
    if look.broken:
        said.append(f"the listing {look.broken}")
    rate, left = pace.rate(), pace.left()
    if rate:
        said.append(f"{rate:.1f} a second")
    if left is not None:
        said.append(f"{_span(left)} left")
    return ", ".join(said)


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    return (
        f"{minutes // 60} h {minutes % 60:02} min"
        if minutes >= 60
        else f"{minutes} min"
        if minutes
        else "less than a minute"
    )
