"""``claimwire watch``: what appears in a folder is processed, what goes from it is withdrawn."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimwire.commands.asked import Asked
from claimwire.errors import BadSetting

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to watch, with all folders in it.")]
Once = Annotated[bool, typer.Option("--once", help="Do what is there to do, and end.")]
Every = Annotated[float, typer.Option("--every", metavar="SECONDS", min=0.1, help="How often to look.")]


def watch(context: typer.Context, folder: Folder, asked: Asked, once: Once = False, every: Every = 1.0) -> None:
    """Process every article that appears in a folder, changes there, or goes from it, until interrupted.

    One line an article. A file counts when it did not change for two seconds; of one that goes, the results go too. What
    came, changed or went while nobody watched is done at the next start. Which files count is as for `claimwire run`.

    Examples:
        claimwire watch examples --to pt --once
        claimwire watch incoming --to pt,es --out digests
        claimwire watch incoming --to pt --json | jq .folder
    """
    from claimwire.commands.watching import Watcher

    if not folder.is_dir():
        raise BadSetting(f"{folder} is no folder: name the one to watch, or use `claimwire run` for files")
    watcher = Watcher(folder, asked, context.obj)
    if once:
        raise typer.Exit(watcher.round(settle=0))
    watcher.watch(every)
