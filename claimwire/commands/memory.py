"""``claimwire memory``: look into the translation memory, correct it, have texts forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from claimwire import pipeline
from claimwire.commands import exchange, places, sources
from claimwire.errors import BadSetting
from claimwire.translators import human
from claimwire.translators.memory import KEPT

app = typer.Typer(help="The translation memory: statistics, corrections, forgetting, exchange.", no_args_is_help=True)

app.command()(exchange.export)
app.command("import")(exchange.import_)

TableName = Annotated[
    str | None,
    typer.Option("--table", metavar="NAME", help="A stack's table (its output TableName) instead of this user's file."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
From = Annotated[str, typer.Option("--from", metavar="LANG", help="Language of the source text.")]
To = Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the translation.")]


@app.command()
def stats(context: typer.Context, table: TableName = None, as_json: AsJson = False) -> None:
    """Say what is remembered, by engine and pair."""
    with places.memory(context.obj, table) as memory:
        counts, epoch = human.count(memory.rows()), memory.epoch()
    if as_json:
        typer.echo(msgspec.json.encode({"epoch": epoch, "counts": counts}))
        return
    printed = Table("engine", "from", "to", "rows", "characters", "first used", "last used", title="translation memory")
    for each in counts:
        printed.add_row(*map(str, msgspec.structs.astuple(each)))
    Console().print(printed)


@app.command()
def correct(
    context: typer.Context, text: str, translation: str, source: From, target: To, table: TableName = None
) -> None:
    """Put a person's translation of a sentence above every engine's, from now on.

    The sentence is matched as it stands in the digest. Articles run or uploaded again are made anew with it.

    Example: claimwire memory correct --from en --to pt "The minister resigned." "O ministro demitiu-se."
    """
    with places.memory(context.obj, table) as memory:
        human.correct(memory, [(text, translation)], source, target)
    typer.echo("corrected")
    if len(sentences(text)) > 1:
        typer.echo("this is more than one sentence, and articles are translated one by one: correct each", err=True)


@app.command()
def forget(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(help="A sentence, or several.")] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="An article, all of it.")] = None,
    table: TableName = None,
) -> None:
    """Erase all that is remembered of a text: every language, every engine, people's corrections too."""
    if (text is None) == (file is None):
        raise BadSetting("name a text, or an article with --file")
    texts = [text, *sentences(text)] if text is not None else sentences_of(file or Path())
    with places.memory(context.obj, table) as memory:
        typer.echo(f"{human.forget(memory, texts)} rows forgotten")


@app.command()
def expire(
    context: typer.Context,
    days: Annotated[int, typer.Option("--days", min=0, help="Days since the last use.")] = KEPT,
    table: TableName = None,
) -> None:
    """Remove what nobody used for so many days. Corrections stay."""
    with places.memory(context.obj, table) as memory:
        typer.echo(f"{memory.expire(days)} rows removed")


def sentences_of(path: Path) -> list[str]:
    """The sentences of an article in a file, its title among them."""
    article = pipeline.read(sources.data_of(path), path.name)
    return sentences(article.text, article.declared_language)


def sentences(text: str, declared: str | None = None) -> list[str]:
    """The sentences of a text, as an article's are cut."""
    return [sentence.text for sentence in pipeline.segment(text, pipeline.detect(text, declared))]
