"""``claimwire failures``: what could not be done, and why; ``claimwire redrive``: try it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands.target import StackName, State, deployed
from claimwire.errors import BadSetting
from claimwire.local import state
from claimwire.terminal.answers import answer, note
from claimwire.terminal.progress import progress

if TYPE_CHECKING:
    from claimwire.failures import Failure
    from claimwire.ports import Store

Keys = Annotated[list[str] | None, typer.Argument(metavar="[KEY...]", help="Keys of articles; without any, all.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be tried again, and change nothing.")]


def show(stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """List the articles that could not be processed, with reasons.

    Examples:
        claimwire failures
        claimwire failures --stack news --json
    """
    from claimwire import failures

    found = list(failures.listed(deployed(stack, folder).results))
    for failure in found:
        answer(failure, _line(failure))
    note(f"{len(found)} failed: `claimwire redrive` tries them again" if found else "nothing failed")


def redrive(keys: Keys = None, dry_run: DryRun = False, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Have failed articles processed again, as if they were new. Safe to repeat.

    Examples:
        claimwire redrive --dry-run
        claimwire redrive wire/today.html --stack news
    """
    from claimwire import failures
    from claimwire.aws.queue import Queue

    place = deployed(stack, folder)
    uploads = Queue(place.outputs["QueueUrl"], place.client("sqs"))
    chosen = _chosen(place.results, keys or [])
    with progress("sending again", len(chosen)) as bar:
        for failure in chosen:
            if not dry_run:
                uploads.forward(failure.body)
                # after the sending: a crash between leaves it listed, and a repeat harmless
                failures.clear(place.results, failure.id)
            with bar.aside():
                answer(failure, _line(failure))
            bar.done()
    note(f"{len(chosen)} {'would be ' if dry_run else ''}sent again")


def _chosen(results: Store, keys: list[str]) -> list[Failure]:
    """All failures, or those of the keys; raises BadSetting for a key that has none."""
    from claimwire import failures

    found = list(failures.listed(results))
    missing = set(keys) - {failure.key for failure in found}
    if missing:
        raise BadSetting(f"no failure of {', '.join(sorted(missing))}: `claimwire failures` lists what there is")
    return [failure for failure in found if not keys or failure.key in keys]


def _line(failure: Failure) -> str:
    return f"{failure.key or f'(message {failure.message})'}\t{' '.join(failure.reason.split())}"
