"""The command line: every command's name, and how errors end. Its exit codes are those of ``commands.faults``."""

from __future__ import annotations

import os
import sys
import traceback

from claimwire.commands import (
    about,
    backfill,
    cloud,
    engines,
    estimate,
    failures,
    faults,
    glossary,
    keys,
    link,
    memory,
    pages,
    subscribe,
    upload,
)
from claimwire.commands.app import App
from claimwire.commands.doctor import doctor
from claimwire.commands.run import run
from claimwire.commands.watch import watch

app = App(
    """Who claims what in an article, word for word, in every language you read.

    Examples:
        claimwire run article.html --to pt
        claimwire run news/ --to pt,es --out digests
        claimwire up --to pt
    """,
    completion=True,
)
_FILES, _LOCAL, _STACK, _ELSE = "Articles", "A local cloud", "A cloud, local or on AWS", "More"

app.command(rich_help_panel=_FILES)(run)
app.command(rich_help_panel=_FILES)(watch)
app.command(rich_help_panel=_FILES)(pages.pages)
app.command(rich_help_panel=_FILES)(estimate.estimate)
app.command(rich_help_panel=_FILES)(backfill.backfill)
app.command(rich_help_panel=_FILES)(engines.engines)
app.add_typer(memory.app, name="memory", rich_help_panel=_FILES)
app.command(rich_help_panel=_LOCAL)(cloud.up)
app.command(rich_help_panel=_LOCAL)(upload.upload)
app.command(rich_help_panel=_LOCAL)(upload.notices)
app.command(rich_help_panel=_LOCAL)(cloud.status)
app.command(rich_help_panel=_LOCAL)(cloud.env)
app.command(rich_help_panel=_LOCAL)(cloud.down)
app.command(rich_help_panel=_LOCAL)(cloud.demo)
app.add_typer(subscribe.app, name="subscribe", rich_help_panel=_STACK)
app.add_typer(link.app, name="link", rich_help_panel=_STACK)
app.add_typer(keys.app, name="keys", rich_help_panel=_STACK)
app.command("revoke", rich_help_panel=_STACK)(keys.revoke_article)
app.add_typer(glossary.app, name="glossary", rich_help_panel=_STACK)
app.command("failures", rich_help_panel=_STACK)(failures.show)
app.command(rich_help_panel=_STACK)(failures.redrive)
app.command(rich_help_panel=_ELSE)(doctor)
app.command(rich_help_panel=_ELSE)(about.schema)
app.command(rich_help_panel=_ELSE)(about.version)


def main() -> None:
    """Run the command line; whatever goes wrong ends in one line, a hint, and an exit code."""
    try:
        code = app(obj=os.environ, prog_name="claimwire", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:  # of the last flush; commands see to their own
        code = faults.NO_READER
    except Exception as error:  # noqa: BLE001 - people get a line; --debug gets all
        if "--debug" in sys.argv:
            traceback.print_exception(error)
        line, code = faults.told(error)
        faults.write(f"claimwire: {line}")
    if code == faults.INTERRUPTED:
        faults.write("claimwire: interrupted")
    _let_go()
    sys.exit(code)


def _let_go() -> None:
    """What is left in the buffer of a closed pipe or a full disk has nowhere to go; Python would try again, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
