"""What a command has to say: to people as lines or a table, to programs as JSON, one record a line, or fields parted by tabs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import typer

from claimwire.letters import clean
from claimwire.terminal import screen, tables

_WEIGHTS = ("bold", "dim")


def answer(record: object, *lines: str) -> None:
    """The outcome, in lines for people, or as one record of JSON."""
    if screen.current().json:
        typer.echo(msgspec.json.encode(record))
    else:
        for line in lines:
            typer.echo(line)


def note(text: str) -> None:
    """What is worth knowing beside the outcome, on standard error; not with ``--quiet`` or ``--json``."""
    if not (screen.current().quiet or screen.current().json):
        typer.echo(text, err=True)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """Rows under their heads: drawn in a terminal; in a pipe one row a line, its fields parted by tabs."""
    texts = [[clean(str(cell)) for cell in row] for row in rows]
    if not screen.current().tty:
        for line in (heads, *texts):
            typer.echo("\t".join(line))
        return
    tables.draw(screen.current().console(), heads, texts, title)


def paint(text: str, style: str) -> str:
    """The text in a style (bold, dim, or a colour), where there are colours."""
    if not screen.current().colour:
        return text
    return typer.style(
        text, fg=None if style in _WEIGHTS else style, bold=style == "bold" or None, dim=style == "dim" or None
    )
