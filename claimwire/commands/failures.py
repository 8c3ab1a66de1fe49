"""``claimwire failures``: what could not be done, and why; ``claimwire redrive``: try it again."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from claimwire import failures
from claimwire.aws.queue import Queue
from claimwire.commands.target import StackName, State, deployed
from claimwire.errors import BadSetting
from claimwire.failures import Failure
from claimwire.local import state
from claimwire.ports import Store

Keys = Annotated[list[str] | None, typer.Argument(metavar="[KEY...]", help="Keys of articles; without any, all.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be tried again, and change nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one failure a line as JSON.")]


def show(stack: StackName = None, folder: State = state.DEFAULT, as_json: AsJson = False) -> None:
    """List the articles that could not be processed, with reasons.

    Example: claimwire failures --stack claimwire
    """
    found = list(failures.listed(deployed(stack, folder).results))
    for failure in found:
        typer.echo(msgspec.json.encode(failure).decode() if as_json else _line(failure))
    if not as_json:
        typer.echo(f"{len(found)} failed" if found else "nothing failed", err=True)


def redrive(keys: Keys = None, dry_run: DryRun = False, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Have failed articles processed again, as if they were new. Safe to repeat.

    Example: claimwire redrive --dry-run
    """
    place = deployed(stack, folder)
    uploads = Queue(place.outputs["QueueUrl"], place.client("sqs"))
    chosen = _chosen(place.results, keys or [])
    for failure in chosen:
        if not dry_run:
            uploads.forward(failure.body)
            failures.clear(
                place.results, failure.id
            )  # after the sending: a crash between leaves it listed, and a repeat harmless
        typer.echo(_line(failure))
    typer.echo(f"{len(chosen)} {'would be ' if dry_run else ''}sent again", err=True)


def _chosen(results: Store, keys: list[str]) -> list[Failure]:
    """All failures, or those of the keys; raises BadSetting for a key that has none."""
    found = list(failures.listed(results))
    missing = set(keys) - {failure.key for failure in found}
    if missing:
        raise BadSetting(f"no failure of {', '.join(sorted(missing))}: `claimwire failures` lists what there is")
    return [failure for failure in found if not keys or failure.key in keys]


def _line(failure: Failure) -> str:
    return f"{failure.key or f'(message {failure.message})'}\t{' '.join(failure.reason.split())}"
