"""``claimwire memory export`` and ``import``: translators' tools read and write the same file."""

from __future__ import annotations

import itertools
import operator
from pathlib import Path
from typing import Annotated

import typer

from claimwire.commands import places, sources
from claimwire.models import HUMAN
from claimwire.translators import human, tmx

TableName = Annotated[
    str | None,
    typer.Option("--table", metavar="NAME", help="A stack's table (its output TableName) instead of this user's file."),
]
TmxFile = Annotated[Path, typer.Argument(metavar="FILE", help="A TMX file.")]
Everything = Annotated[bool, typer.Option("--all", help="Engines' translations too, each marked by its engine.")]


def export(context: typer.Context, file: TmxFile, everything: Everything = False, table: TableName = None) -> None:
    """Write people's corrections into a TMX file; with --all, the whole memory."""
    with places.memory(context.obj, table) as memory, file.open("w", encoding="utf-8") as out:
        rows = (each for each in memory.rows() if everything or each.row.engine == HUMAN)
        count = sum(out.write(piece) > 0 for piece in tmx.written(rows)) - 2  # less its head and its end
    typer.echo(f"{count} translations written to {file}")


def import_(context: typer.Context, file: TmxFile, table: TableName = None) -> None:
    """Take the translations in a TMX file as people's corrections, above every engine. Units marked by an engine are passed over."""
    by_pair = operator.itemgetter(0, 1)
    units = sorted(tmx.units(sources.data_of(file)), key=by_pair)
    with places.memory(context.obj, table) as memory:
        for (source, target), group in itertools.groupby(units, by_pair):
            human.correct(memory, [(unit.text, unit.said) for unit in group], source, target)
    typer.echo(f"{len(units)} corrections taken from {file}")
