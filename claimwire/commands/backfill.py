"""``claimwire backfill``: articles that lie there already, in a stack's bucket or in a folder, each done once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands.target import StackName, State, deployed
from claimwire.errors import BadSetting
from claimwire.local import state

if TYPE_CHECKING:
    from claimwire.commands.archive_folder import Work

Where = Annotated[
    str | None, typer.Argument(metavar="[WHERE]", help="s3://bucket/prefix of a stack's articles bucket, or a folder.")
]
Estimate = Annotated[bool, typer.Option("--estimate", help="Say what it would cost, and do nothing.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say how many are left to do, and do nothing.")]
Watch = Annotated[bool, typer.Option("--watch", help="Stay and look on; Ctrl-C ends the looking, not the run.")]
Status = Annotated[bool, typer.Option("--status", help="How far the stack's last backfill is.")]
Stop = Annotated[bool, typer.Option("--stop", help="Send no more of it; what waits in the queue is still done.")]
Again = Annotated[bool, typer.Option("--again", help="Ask for what is done, too: settings have changed since.")]
Keys = Annotated[
    Path | None,
    typer.Option(
        "--keys", metavar="FILE", help="Keys, one a line, or an S3 Inventory's manifest.json, instead of all."
    ),
]
MaxCost = Annotated[
    float | None,
    typer.Option("--max-cost", metavar="USD", min=0, help="Begin only where all of it will cost no more."),
]
AnyCost = Annotated[bool, typer.Option("--any-cost", help="Begin whatever it costs, and without an estimate.")]
To = Annotated[
    list[str] | None, typer.Option("--to", metavar="LANG", help="Of a folder: target language, as BCP-47 code.")
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Of a folder: where results go.")]
EngineName = Annotated[str, typer.Option("--engine", metavar="NAME", help="Of a folder: translation engine, or chain.")]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=1, max=64, help="Of a folder: processes.")]
S3, CORES = "s3://", os.cpu_count() or 1


def backfill(
    context: typer.Context,
    where: Where = None,
    estimate: Estimate = False,
    dry_run: DryRun = False,
    watch: Watch = False,
    status: Status = False,
    stop: Stop = False,
    again: Again = False,
    keys: Keys = None,
    max_cost: MaxCost = None,
    any_cost: AnyCost = False,
    to: To = None,
    out: Out = Path("claimwire-results"),
    engine: EngineName = "firefox",
    jobs: Jobs = CORES,
    stack: StackName = None,
    folder: State = state.DEFAULT,
) -> None:
    """Do articles that lie there already, each once: what is done is passed over, so after a crash the same command goes on.

    Of a bucket, the stack does it, behind fresh uploads; of a folder, this machine. Where it costs money, --max-cost must allow it.

    Examples:
        claimwire backfill s3://bucket/archive/ --estimate --stack news
        claimwire backfill s3://bucket/archive/ --max-cost 25 --watch --stack news
        claimwire backfill --status --stack news
        claimwire backfill old-articles/ --to pt --jobs 4
    """
    from claimwire.commands import archive_cost, archives

    cap = archive_cost.Cap(usd=max_cost, any=any_cost)
    if status or stop:
        archives.look(deployed(stack, folder), stop=stop, watch=watch)
    elif where is not None and where.startswith(S3):
        asked = archives.Asked(where=where, keys=keys, again=again, estimate=estimate, dry_run=dry_run, watch=watch)
        archives.run(deployed(stack, folder), asked, cap, context.obj)
    else:
        work = _of_folder(where, to, out, engine, jobs)
        raise typer.Exit(work.run(cap, context.obj, estimate=estimate, dry_run=dry_run))


def _of_folder(where: str | None, to: list[str] | None, out: Path, engine: str, jobs: int) -> Work:
    from claimwire.commands import archive_folder

    if where is None:
        raise BadSetting("name what to do: s3://bucket/prefix, or a folder; or --status, or --stop")
    return archive_folder.Work(Path(where), tuple(to or ()), out, engine, jobs)
