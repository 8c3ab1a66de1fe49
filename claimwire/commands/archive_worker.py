"""What each process of a folder's backfill does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from claimwire import job
from claimwire.commands import faults, running
from claimwire.commands.asked import Asked
from claimwire.directory import FolderStore
from claimwire.errors import TryLater
from claimwire.task import Job, Outcome

_ALONE = {"CLAIMWIRE_FIREFOX_WORKERS": "1"}  # the processes are as many as there should be already


class Came(NamedTuple):
    """What came of an article, what that is worth as an exit code, and why, where a person should know."""

    what: str
    code: int = 0
    why: str = ""


def work(root: str, asked: Asked, env: Mapping[str, str]) -> Callable[[str], Came]:
    """The work of a process: one job, made once."""
    made = asked.job(FolderStore(Path(root)), {**_ALONE, **env})
    return lambda key: _one(made, key)


def _one(made: Job, key: str) -> Came:
    try:
        return _told(job.run(made, key))
    except TryLater as error:
        return Came("to be tried later", faults.LATER, str(error))
    except Exception as error:  # noqa: BLE001 - the other articles are not held up by it
        return Came("broken", faults.BUG, faults.told(error)[0])


def _told(outcome: Outcome) -> Came:
    found = outcome.digest
    if outcome.action == "repeated" and found is not None:
        return Came("done before", running.code(found))
    if found is None:
        return Came(outcome.action)
    worth = running.code(found)
    if worth == faults.REFUSED:
        return Came("refused", worth, found.reason or "")
    return Came("done, a translation is missing" if worth else "done", worth)
