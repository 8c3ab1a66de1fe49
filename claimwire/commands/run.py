"""``claimwire run``: articles in files, folders or a pipe; results in a folder."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from claimwire.commands import inputs
from claimwire.commands.asked import Asked
from claimwire.errors import BadSetting

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Articles, one a file; folders of them; patterns; - for standard input."),
]
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="The name of what comes on standard input.")]


def run(context: typer.Context, files: Files, asked: Asked, name: Name = "stdin.txt") -> None:
    """Read articles, find their key claims, translate them, and put the results into a folder. No cloud at all.

    A folder is walked: text, pages, mail and office files by their endings, nothing hidden, never a folder of results.
    An article that was done before, and did not change, is not done again.

    Examples:
        claimwire run examples/grain-corridor.en.txt --to pt
        claimwire run examples/ --to pt,en --claims 3 --out digests
        claimwire run - --to pt --name story.txt < examples/grain-corridor.en.txt
        claimwire run examples/grain-corridor.en.html --to pt --json
    """
    from claimwire.commands import running

    if inputs.STDIN not in files:
        found = inputs.files(files, asked.out)
        running.passed_over(found.passed)
        raise typer.Exit(running.all_of([inputs.source(path) for path in found.files], asked, context.obj))
    if len(files) > 1:
        raise BadSetting("- stands alone: run the files in a command of their own")
    with tempfile.TemporaryDirectory() as folder:
        raise typer.Exit(running.all_of([inputs.standard_input(Path(folder), name)], asked, context.obj))
