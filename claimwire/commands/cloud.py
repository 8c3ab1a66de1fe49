"""The local cloud: up, env, status, down, demo."""

from __future__ import annotations

import shlex
import shutil
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands import uploadpage
from claimwire.commands.target import deployed
from claimwire.errors import BadSetting
from claimwire.local import state
from claimwire.settings import MAX_CLAIMS, targets_of
from claimwire.terminal.answers import answer, note
from claimwire.terminal.progress import progress

if TYPE_CHECKING:
    from claimwire.local.state import Cloud

SAMPLE = "grain-corridor.en.html"
DEMO = state.DEFAULT / "demo"

State = Annotated[Path, typer.Option("--state", metavar="DIR", help="Where the local cloud keeps its state.")]
To = Annotated[str | None, typer.Option("--to", metavar="LANGS", help="Target languages, such as pt,es.")]
EngineName = Annotated[
    str | None,
    typer.Option("--engine", metavar="NAME", help="Translation engine, or a chain such as firefox,google."),
]
Claims = Annotated[
    int | None, typer.Option("--claims", metavar="N", min=1, max=MAX_CLAIMS, help="How many key claims.")
]
Open = Annotated[bool, typer.Option("--open", help="Open the page to upload with in a browser.")]
Parameters = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Any parameter of the stack (docs/deploy.md); may be repeated."),
]
Purge = Annotated[bool, typer.Option("--purge", help="Also remove everything that was in it.")]


def up(
    folder: State = state.DEFAULT,
    to: To = None,
    engine: EngineName = None,
    claims: Claims = None,
    browser: Open = False,
    parameters: Parameters = None,
) -> None:
    """Start the local cloud and put claimwire's stack into it; a second call updates what changed.

    It ends in the address of a page to upload with.

    Examples:
        claimwire up --to pt
        claimwire up --to pt,es --engine firefox --claims 8
        claimwire up --set Scale=standard --set Dashboard=true
    """
    from claimwire.local import deploy, models

    told = _told(parameters or [])
    given = {"Targets": to and ",".join(targets_of(to)), "Engine": engine, "Claims": claims and str(claims)}
    models.lend(folder)
    with progress("starting the local cloud") as bar:
        cloud = deploy.up(folder, told | {name: value for name, value in given.items() if value}, say=bar.say)
    page = uploadpage.link(deployed(None, folder), uploadpage.DESK)
    answer(
        endpoints(cloud) | {"page": page}, _lines(endpoints(cloud)), _next_steps(cloud, folder), f"page:      {page}"
    )
    if browser and not webbrowser.open(page):
        note("no browser could be opened here: open the page above yourself")


def _told(parameters: list[str]) -> dict[str, str]:
    """Names and values; raises BadSetting where one is not written so."""
    for each in parameters:
        if not each.partition("=")[0] or "=" not in each:
            raise BadSetting(f"--set {each}: write it as NAME=VALUE, for example --set Scale=standard")
    return {name: value for name, _, value in (each.partition("=") for each in parameters)}


def env(folder: State = state.DEFAULT) -> None:
    """Print the environment that the aws command needs for the local cloud.

    Examples:
        eval "$(claimwire env)"
        claimwire env --json
    """
    from claimwire.local import clients, deploy

    found = clients.environment(deploy.current(folder))
    answer(found, *(f"export {name}={shlex.quote(value)}" for name, value in found.items()))


def status(folder: State = state.DEFAULT) -> None:
    """Say whether the local cloud runs, where, and what waits in its queues.

    Examples:
        claimwire status
        claimwire status --json
    """
    from claimwire.local import deploy

    found = deploy.status(folder)
    counts = {"waiting": found.waiting, "working": found.working, "failed": found.failed}
    line = f"uploads: {found.waiting} waiting, {found.working} in work, {found.failed} failed"
    answer(endpoints(found.cloud) | counts, _lines(endpoints(found.cloud)), line)


def down(folder: State = state.DEFAULT, purge: Purge = False) -> None:
    """Stop the local cloud; what is in it stays for the next `claimwire up`, unless purged.

    Examples:
        claimwire down
        claimwire down --purge
    """
    from claimwire.local import deploy

    with progress("stopping the local cloud"):
        ran = deploy.down(folder, purge=purge)
    answer({"stopped": ran}, "stopped" if ran else "was not running")


def demo(folder: State = DEMO) -> None:
    """Show the whole flow on a sample article in a local cloud of its own: upload, notice, summary by its stored URL.

    Examples:
        claimwire demo
    """
    from claimwire.local import demo as flow

    flow.run(folder)


def endpoints(cloud: Cloud) -> dict[str, str]:
    """Where a cloud is, by name."""
    return {
        "endpoint": cloud.endpoint,
        "articles": f"s3://{cloud.articles_bucket}",
        "results": f"s3://{cloud.results_bucket}",
        "topic": cloud.topic_arn,
        "api": cloud.base_url,
    }


def _lines(rows: dict[str, str]) -> str:
    return "\n".join(f"{name:9} {value}" for name, value in rows.items())


def _next_steps(cloud: Cloud, folder: Path) -> str:
    from claimwire.commands.upload import latest_urls

    # from a checkout it need not be on the path
    program = "claimwire" if shutil.which("claimwire") else f"{shlex.quote(sys.executable)} -m claimwire"
    option = "" if folder == state.DEFAULT else f" --state {shlex.quote(str(folder))}"
    return f"""
subscribe: {program} notices{option}     (in a second terminal: it shows what is announced from then on)
upload:    {program} upload{option} examples/{SAMPLE}
fetch:     curl --compressed '{latest_urls(cloud, SAMPLE)[-1]}'
aws:       eval "$({program} env{option})"     (then any aws command is about this cloud)"""
