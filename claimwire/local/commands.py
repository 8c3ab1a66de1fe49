"""The commands of the local cloud: up, env, upload, status, down, demo."""

from __future__ import annotations

import contextlib
import math
import shlex
import shutil
import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from claimwire import capabilities, layout
from claimwire.errors import BadSetting
from claimwire.local import clients, demo, deploy, mailbox, state
from claimwire.settings import MAX_CLAIMS, targets_of

app = typer.Typer()

State = Annotated[Path, typer.Option("--state", metavar="DIR", help="Where the local cloud keeps its state.")]
To = Annotated[str | None, typer.Option("--to", metavar="LANGS", help="Target languages, such as pt,es.")]
EngineName = Annotated[
    str | None, typer.Option("--engine", help="Translation engine, or a chain such as firefox,google.")
]
Claims = Annotated[int | None, typer.Option("--claims", min=1, max=MAX_CLAIMS, help="How many key claims.")]
Purge = Annotated[bool, typer.Option("--purge", help="Also remove everything that was in it.")]
UploadFiles = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Articles to upload.")]
Seconds = Annotated[float | None, typer.Option("--for", metavar="SECONDS", help="Stop after so long.")]
Key = Annotated[str | None, typer.Option("--key", help="Key in the bucket; without it, the file's name.")]


@app.command()
def up(folder: State = state.DEFAULT, to: To = None, engine: EngineName = None, claims: Claims = None) -> None:
    """Start the local cloud and put claimwire's stack into it; a second call updates what changed.

    Example: claimwire up --to pt
    """
    given = {"Targets": to and ",".join(targets_of(to)), "Engine": engine, "Claims": claims and str(claims)}
    console = Console(stderr=True, highlight=False)
    with console.status("starting the local cloud") as status:
        cloud = deploy.up(folder, {name: value for name, value in given.items() if value}, say=status.update)
    typer.echo(_endpoints(cloud))
    typer.echo(_next_steps(cloud, folder))


@app.command()
def env(folder: State = state.DEFAULT) -> None:
    """Print the environment that the aws command needs for the local cloud: eval "$(claimwire env)"."""
    for name, value in clients.environment(deploy.current(folder)).items():
        typer.echo(f"export {name}={shlex.quote(value)}")


@app.command()
def upload(files: UploadFiles, folder: State = state.DEFAULT, key: Key = None) -> None:
    """Upload articles to the local cloud, and print the URLs where their results will be.

    Example: claimwire upload examples/grain-corridor.en.html
    """
    if key is not None and len(files) > 1:
        raise BadSetting("--key names one object: give one file with it")
    cloud = deploy.current(folder)
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise BadSetting(f"no such file: {', '.join(missing)}")
    for path in files:
        clients.upload(cloud, path, key)
        typer.echo("\n".join(latest_urls(cloud, key or path.name)))


@app.command()
def notices(folder: State = state.DEFAULT, seconds: Seconds = None) -> None:
    """Subscribe, and print each notice as one line of JSON, until interrupted.

    Example: claimwire notices | jq .title
    """
    deadline = time.monotonic() + (seconds if seconds is not None else float("inf"))
    with mailbox.subscribed(deploy.current(folder)) as box, contextlib.suppress(KeyboardInterrupt):
        typer.echo("subscribed; Ctrl-C ends it", err=True)
        while (left := deadline - time.monotonic()) > 0:
            envelope = box.receive(math.ceil(min(left, 20)))
            if envelope:
                typer.echo(envelope["Message"])


@app.command()
def status(folder: State = state.DEFAULT) -> None:
    """Say whether the local cloud runs, where, and what waits in its queues."""
    found = deploy.status(folder)
    typer.echo(_endpoints(found.cloud))
    typer.echo(f"uploads: {found.waiting} waiting, {found.working} in work, {found.failed} failed")


@app.command()
def down(folder: State = state.DEFAULT, purge: Purge = False) -> None:
    """Stop the local cloud; what is in it stays for the next `claimwire up`, unless purged."""
    typer.echo("stopped" if deploy.down(folder, purge=purge) else "was not running")


@app.command("demo")
def run_demo(folder: State = demo.STATE) -> None:
    """Show the whole flow on a sample article in a local cloud of its own: upload, notice, summary by its stored URL."""
    demo.run(folder)


def latest_urls(cloud: state.Cloud, key: str) -> list[str]:
    """Stored URLs of an article's latest pages, one a target, and of its digest."""
    keys = capabilities.load_keys(clients.link_secret(cloud))
    link = capabilities.links(keys, cloud.base_url)
    files = [*(f"digest.{target}.html" for target in clients.targets(cloud)), layout.DIGEST]
    return [link(layout.article_id(cloud.articles_bucket, key), layout.LATEST, file) for file in files]


def _endpoints(cloud: state.Cloud) -> str:
    rows = {
        "endpoint": cloud.endpoint,
        "articles": f"s3://{cloud.articles_bucket}",
        "results": f"s3://{cloud.results_bucket}",
        "topic": cloud.topic_arn,
        "api": cloud.base_url,
    }
    return "\n".join(f"{name:9} {value}" for name, value in rows.items())


def _next_steps(cloud: state.Cloud, folder: Path) -> str:
    sample = "grain-corridor.en.html"
    program = "claimwire" if shutil.which("claimwire") else shlex.quote(sys.argv[0])
    option = "" if folder == state.DEFAULT else f" --state {shlex.quote(str(folder))}"
    return f"""
upload:    eval "$({program} env{option})" && aws s3 cp examples/{sample} s3://{cloud.articles_bucket}/
subscribe: {program} notices{option}     (or: aws sns subscribe --topic-arn {cloud.topic_arn} …)
fetch:     curl --compressed '{latest_urls(cloud, sample)[-1]}'"""
