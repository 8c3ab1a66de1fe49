"""``claimwire memory``: look into the translation memory, correct it, have texts forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from claimwire.commands import exchange, places, sources
from claimwire.commands.app import App
from claimwire.commands.options import AsJson
from claimwire.errors import BadSetting
from claimwire.terminal.answers import answer, note
from claimwire.terminal.answers import table as show

app = App("The translation memory: statistics, corrections, forgetting, exchange.")

app.command()(exchange.export)
app.command("import")(exchange.import_)

TableName = Annotated[
    str | None,
    typer.Option("--table", metavar="NAME", help="A stack's table (its output TableName) instead of this user's file."),
]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="The sentence, as it stands in the article.")]
Said = Annotated[str, typer.Argument(metavar="TRANSLATION", help="What it should be in the other language.")]
From = Annotated[str, typer.Option("--from", metavar="LANG", help="Language of the source text.")]
To = Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the translation.")]


@app.command()
def stats(context: typer.Context, table: TableName = None, as_json: AsJson = False) -> None:
    """Say what is remembered, by engine and pair.

    Examples:
        claimwire memory stats
        claimwire memory stats --json
    """
    from claimwire.translators import human

    with places.memory(context.obj, table) as memory:
        counts, epoch = human.count(memory.rows()), memory.epoch()
    if as_json:
        answer({"epoch": epoch, "counts": counts})
        return
    heads = ("engine", "from", "to", "rows", "characters", "first used", "last used")
    show(heads, map(msgspec.structs.astuple, counts), title="translation memory")


@app.command()
def correct(
    context: typer.Context, text: Text, translation: Said, source: From, target: To, table: TableName = None
) -> None:
    """Put a person's translation of a sentence above every engine's, from now on.

    The sentence is matched as it stands in the digest. Articles run or uploaded again are made anew with it.

    Examples:
        claimwire memory correct --from en --to pt "He resigned." "Demitiu-se."
    """
    from claimwire.translators import human

    with places.memory(context.obj, table) as memory:
        human.correct(memory, [(text, translation)], source, target)
    answer({"corrected": 1}, "corrected")
    if len(sentences(text)) > 1:
        note("this is more than one sentence, and articles are translated one by one: correct each")


@app.command()
def forget(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="A sentence, or several.")] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="An article, all of it.")] = None,
    table: TableName = None,
) -> None:
    """Erase all that is remembered of a text: every language, every engine, people's corrections too.

    Examples:
        claimwire memory forget "The minister resigned."
        claimwire memory forget --file examples/grain-corridor.en.txt
    """
    from claimwire.translators import human

    if (text is None) == (file is None):
        raise BadSetting("name a text, or an article with --file")
    texts = [text, *sentences(text)] if text is not None else sentences_of(file or Path())
    with places.memory(context.obj, table) as memory:
        rows = human.forget(memory, texts)
    answer({"forgotten": rows}, f"{rows} rows forgotten")


@app.command()
def expire(
    context: typer.Context,
    days: Annotated[
        int | None,
        typer.Option("--days", metavar="N", min=0, help="Days since the last use; 180 where none are named."),
    ] = None,
    table: TableName = None,
) -> None:
    """Remove what nobody used for so many days. Corrections stay.

    Examples:
        claimwire memory expire --days 90
    """
    from claimwire.translators.memory import KEPT

    with places.memory(context.obj, table) as memory:
        rows = memory.expire(KEPT if days is None else days)
    answer({"removed": rows}, f"{rows} rows removed")


def sentences_of(path: Path) -> list[str]:
    """The sentences of an article in a file, its title among them."""
    from claimwire import pipeline

    article = pipeline.read(sources.data_of(path), path.name)
    return sentences(article.text, article.declared_language)


def sentences(text: str, declared: str | None = None) -> list[str]:
    """The sentences of a text, as an article's are cut."""
    from claimwire import pipeline

    return [sentence.text for sentence in pipeline.segment(text, pipeline.detect(text, declared))]
