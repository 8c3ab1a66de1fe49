"""docs/commands.md, written from the program itself (``make commands``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import typer
from typer.core import TyperGroup

from claimwire.commands import faults

_HEAD = """# Commands

Written from the program by `make commands`; every example below is parsed by a test, and run by one where it needs no account.

- Results go to standard output; progress and notes to standard error, and only where that is a terminal. `--quiet` leaves them out.
- In a pipe there are no colours, no tables and no cut lines: `claimwire run … | grep '^story.txt:1:'`. `NO_COLOR`, `TERM=dumb` and
  `--no-color` do without colours in a terminal too; `COLUMNS` says how wide it is.
- `--json` prints records, one a line. Fields are added to them, never renamed or dropped.
- What begins with `-` is an option; a file of such a name comes after `--`.
- Completion: `claimwire --install-completion` for bash, zsh or fish, or `--show-completion` to see what that would install.
"""


def commands(command: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - Typer's classes are not public
    """Every command below, by its path: ``memory stats``."""
    if not isinstance(command, TyperGroup):
        yield path, command
        return
    for name, each in command.commands.items():
        yield from commands(each, f"{path} {name}".strip())


def shapes() -> dict[str, dict[str, Any]]:
    """What ``--json`` prints, by command."""
    return tomllib.loads((resources.files(__package__) / "shapes.toml").read_text(encoding="utf-8"))


def write(root: Any) -> Iterator[str]:  # noqa: ANN401 - see above
    """The page, a part at a time."""
    yield _HEAD
    yield "## Exit codes\n\n| Code | Means |\n|---|---|"
    yield from (f"| {code} | {text} |" for code, text in faults.CODES.items())
    yield "\nOf several articles the gravest counts.\n\n## What `--json` prints\n\n| Command | One record for | Fields |\n|---|---|---|"
    for name, shape in shapes().items():
        fields = ", ".join(f"`{field}`" for field in shape.get("fields", ())) or shape["is"]
        yield f"| `{name}` | {shape['line']} | {fields} |"
    for path, command in commands(root):
        context = typer.Context(command, info_name=f"claimwire {path}", terminal_width=80)
        yield f"\n## claimwire {path}\n\n```text\n{command.get_help(context).rstrip()}\n```"
