"""``claimwire upload``: articles into the local cloud; ``claimwire notices``: what it announces."""

from __future__ import annotations

import math
import shlex
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from claimwire.errors import BadSetting
from claimwire.letters import clean
from claimwire.local import state
from claimwire.models import Notice
from claimwire.terminal import notice, screen
from claimwire.terminal.answers import answer, note
from claimwire.terminal.progress import progress

if TYPE_CHECKING:
    from claimwire.local.state import Cloud

State = Annotated[Path, typer.Option("--state", metavar="DIR", help="Where the local cloud keeps its state.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Articles to upload.")]
Seconds = Annotated[float | None, typer.Option("--for", metavar="SECONDS", min=0, help="Stop after so long.")]
Key = Annotated[str | None, typer.Option("--key", metavar="KEY", help="Key in the bucket; else the file's name.")]


def upload(files: Files, folder: State = state.DEFAULT, key: Key = None) -> None:
    """Upload articles to the local cloud, and print the URLs where their results will be; of several files, each after its key.

    Examples:
        claimwire upload examples/grain-corridor.en.html
        claimwire upload examples/*.txt
        claimwire upload examples/grain-corridor.en.html --key wire/today.html --json
    """
    from claimwire.local import clients, deploy

    if key is not None and len(files) > 1:
        raise BadSetting("--key names one object: give one file with it")
    _articles(files)
    cloud = deploy.current(folder)
    with progress("uploading", len(files) if len(files) > 1 else None) as bar:
        for path in files:
            clients.upload(cloud, path, key)
            urls = latest_urls(cloud, key or path.name)
            with bar.aside():
                answer({"key": key or path.name, "urls": urls}, *_lines(path.name, urls, alone=len(files) == 1))
            bar.done()


def _articles(files: list[Path]) -> None:
    """Raises BadSetting where one is no file, or two would be one object in the bucket."""
    if missing := [str(path) for path in files if not path.exists()]:
        raise BadSetting(f"no such file: {', '.join(missing)}: name articles that are there")
    if folders := [str(path) for path in files if not path.is_file()]:
        raise BadSetting(f"{folders[0]} is a folder: name the files in it, as in {shlex.quote(folders[0])}/*")
    names = [path.name for path in files]
    if twice := {name for name in names if names.count(name) > 1}:
        raise BadSetting(f"two files are called {min(twice)}: upload one of them by itself, with a --key of its own")


def _lines(key: str, urls: list[str], *, alone: bool) -> list[str]:
    if alone:
        return urls
    return (
        [f"{clean(key)}:", *(f"  {url}" for url in urls)]
        if screen.current().tty
        else [f"{clean(key)}\t{url}" for url in urls]
    )


def notices(folder: State = state.DEFAULT, seconds: Seconds = None) -> None:
    """Subscribe, and print each notice that comes from now on, until interrupted: in a pipe as one line of JSON.

    Examples:
        claimwire notices --for 1
        claimwire notices | jq .title
    """
    from claimwire.local import deploy, mailbox

    deadline = time.monotonic() + (seconds if seconds is not None else float("inf"))
    with mailbox.subscribed(deploy.current(folder)) as box:
        note("waiting for what is announced from now on; Ctrl-C ends it")
        try:
            while (left := deadline - time.monotonic()) > 0:
                envelope = box.receive(math.ceil(min(left, 20)))
                if envelope:
                    _print(envelope["Message"])
        except KeyboardInterrupt:
            return  # the way it ends


def _print(message: str) -> None:
    if screen.current().json or not screen.current().tty:
        typer.echo(message)
        return
    for line in notice.lines(msgspec.json.decode(message, type=Notice)):
        typer.echo(line)


def latest_urls(cloud: Cloud, key: str) -> list[str]:
    """Stored URLs of an article's latest pages, one a target, and of its digest."""
    from claimwire import capabilities, layout
    from claimwire.local import clients

    keys = capabilities.load_keys(clients.link_secret(cloud))
    link = capabilities.links(keys, cloud.base_url)
    files = [*(f"digest.{target}.html" for target in clients.targets(cloud)), layout.DIGEST]
    return [link(layout.article_id(cloud.articles_bucket, key), layout.LATEST, file) for file in files]
