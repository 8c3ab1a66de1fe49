"""``claimwire memory export`` and ``import``: translators' tools read and write the same file."""

from __future__ import annotations

import itertools
import operator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands import places, sources
from claimwire.terminal.answers import answer
from claimwire.terminal.progress import Bar, progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimwire.models.memory import Remembered

TableName = Annotated[
    str | None,
    typer.Option("--table", metavar="NAME", help="A stack's table (its output TableName) instead of this user's file."),
]
TmxFile = Annotated[Path, typer.Argument(metavar="FILE", help="A TMX file.")]
Everything = Annotated[bool, typer.Option("--all", help="Engines' translations too, each marked by its engine.")]


def export(context: typer.Context, file: TmxFile, everything: Everything = False, table: TableName = None) -> None:
    """Write people's corrections into a TMX file; with --all, the whole memory.

    Examples:
        claimwire memory export people.tmx
        claimwire memory export all.tmx --all
    """
    from claimwire.models import HUMAN
    from claimwire.translators import tmx

    with (
        places.memory(context.obj, table) as memory,
        file.open("w", encoding="utf-8") as out,
        progress("reading the memory") as bar,
    ):
        rows = (each for each in _told(memory.rows(), bar) if everything or each.row.engine == HUMAN)
        count = sum(out.write(piece) > 0 for piece in tmx.written(rows)) - 2  # less its head and its end
    answer({"written": count, "file": str(file)}, f"{count} translations written to {file}")


def import_(context: typer.Context, file: TmxFile, table: TableName = None) -> None:
    """Take the translations in a TMX file as people's corrections, above every engine. Units marked by an engine are passed over.

    Examples:
        claimwire memory import people.tmx
    """
    from claimwire.translators import human, tmx

    by_pair = operator.itemgetter(0, 1)
    units = sorted(tmx.units(sources.data_of(file)), key=by_pair)
    with places.memory(context.obj, table) as memory, progress("taking corrections", len(units)) as bar:
        for (source, target), group in itertools.groupby(units, by_pair):
            pairs = [(unit.text, unit.said) for unit in group]
            human.correct(memory, pairs, source, target)
            bar.done(len(pairs))
    answer({"taken": len(units), "file": str(file)}, f"{len(units)} corrections taken from {file}")


def _told(rows: Iterable[Remembered], bar: Bar) -> Iterator[Remembered]:
    for number, each in enumerate(rows, 1):
        if number % 1000 == 0:
            bar.say(f"reading the memory: {number:,} rows")
        yield each
