"""Print docs/commands.md, written from the program itself: ``python -m infra.handbook > docs/commands.md``."""

from __future__ import annotations

import typer

from claimwire import cli
from claimwire.commands import handbook

if __name__ == "__main__":
    print("\n".join(handbook.write(typer.main.get_command(cli.app))))
