"""``claimwire upload``: articles into the local cloud; ``claimwire notices``: what it announces."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.errors import BadSetting
from claimwire.local import state
from claimwire.terminal.answers import answer, note
from claimwire.terminal.progress import progress

if TYPE_CHECKING:
    from claimwire.local.state import Cloud

State = Annotated[Path, typer.Option("--state", metavar="DIR", help="Where the local cloud keeps its state.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Articles to upload.")]
Seconds = Annotated[float | None, typer.Option("--for", metavar="SECONDS", min=0, help="Stop after so long.")]
Key = Annotated[str | None, typer.Option("--key", metavar="KEY", help="Key in the bucket; else the file's name.")]


def upload(files: Files, folder: State = state.DEFAULT, key: Key = None) -> None:
    """Upload articles to the local cloud, and print the URLs where their results will be.

    Examples:
        claimwire upload examples/grain-corridor.en.html
        claimwire upload examples/grain-corridor.en.html --key wire/today.html --json
    """
    from claimwire.local import clients, deploy

    if key is not None and len(files) > 1:
        raise BadSetting("--key names one object: give one file with it")
    cloud = deploy.current(folder)
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise BadSetting(f"no such file: {', '.join(missing)}: name articles that are there")
    with progress("uploading", len(files) if len(files) > 1 else None) as bar:
        for path in files:
            clients.upload(cloud, path, key)
            urls = latest_urls(cloud, key or path.name)
            with bar.aside():
                answer({"key": key or path.name, "urls": urls}, *urls)
            bar.done()


def notices(folder: State = state.DEFAULT, seconds: Seconds = None) -> None:
    """Subscribe, and print each notice as one line of JSON, until interrupted.

    Examples:
        claimwire notices --for 1
        claimwire notices | jq .title
    """
    from claimwire.local import deploy, mailbox

    deadline = time.monotonic() + (seconds if seconds is not None else float("inf"))
    with mailbox.subscribed(deploy.current(folder)) as box:
        note("subscribed; Ctrl-C ends it")
        try:
            while (left := deadline - time.monotonic()) > 0:
                envelope = box.receive(math.ceil(min(left, 20)))
                if envelope:
                    typer.echo(envelope["Message"])
        except KeyboardInterrupt:
            return  # the way it ends


def latest_urls(cloud: Cloud, key: str) -> list[str]:
    """Stored URLs of an article's latest pages, one a target, and of its digest."""
    from claimwire import capabilities, layout
    from claimwire.local import clients

    keys = capabilities.load_keys(clients.link_secret(cloud))
    link = capabilities.links(keys, cloud.base_url)
    files = [*(f"digest.{target}.html" for target in clients.targets(cloud)), layout.DIGEST]
    return [link(layout.article_id(cloud.articles_bucket, key), layout.LATEST, file) for file in files]
