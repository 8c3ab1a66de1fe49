"""``claimwire estimate``: what translating articles would cost, before anything is sent."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from claimwire import pipeline, scope, translating, wiring
from claimwire.commands import places
from claimwire.commands import sources as given
from claimwire.errors import Refused
from claimwire.settings import FULL_TEXT_UP_TO, MAX_CLAIMS, Settings, targets_of
from claimwire.translators import build
from claimwire.translators.chain import Chain
from claimwire.translators.estimate import Estimate

Sources = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Articles: files, or s3://bucket/key; s3://bucket/folder/ is all below."),
]
To = Annotated[
    list[str], typer.Option("--to", metavar="LANG", help="Target language; repeat it, or part several by commas.")
]
EngineName = Annotated[
    str, typer.Option("--engine", help="Translation engine, or a chain; the first that serves a pair counts.")
]
Claims = Annotated[int, typer.Option("--claims", min=1, max=MAX_CLAIMS, help="How many key claims.")]
SummaryOnly = Annotated[
    bool, typer.Option("--summary-only", help="Of the title, the key claims and the caveats alone.")
]
FullTextUpTo = Annotated[int, typer.Option("--full-text-up-to", min=1, help="Characters above which it is so anyway.")]
TableName = Annotated[
    str | None, typer.Option("--table", metavar="NAME", help="A stack's memory instead of this user's.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one line of JSON an article and language.")]


def estimate(
    context: typer.Context,
    sources: Sources,
    to: To,
    engine: EngineName = "firefox",
    claims: Claims = 5,
    summary_only: SummaryOnly = False,
    full_text_up_to: FullTextUpTo = FULL_TEXT_UP_TO,
    table: TableName = None,
    as_json: AsJson = False,
) -> None:
    """Say how many characters would be sent to which engine, and what that costs by list prices. Translates nothing.

    What the memory holds already costs nothing.

    Example: claimwire estimate articles/*.html --to pt,es --engine deepl
    """
    wanted = Settings(
        targets=targets_of(",".join(to)),
        engine=engine,
        claims=claims,
        summary_only=summary_only,
        full_text_up_to=full_text_up_to,
    )
    with places.memory(context.obj, table) as memory:
        chain = build(engine, memory, wiring.engines(context.obj), ready=False)
        rows = [
            (name, each) for name, data in given.articles(sources) for each in of_article(name, data, wanted, chain)
        ]
    _print(rows, as_json=as_json)


def of_article(name: str, data: bytes, wanted: Settings, chain: Chain) -> list[Estimate]:
    """What one article would cost, by target; an article that would be refused costs nothing."""
    try:
        article = pipeline.read(data, PurePosixPath(name).name)
    except Refused as refusal:
        typer.echo(f"{name}: {refusal}", err=True)
        return []
    language = pipeline.detect(article.text, article.declared_language, wanted.detector)
    sentences = pipeline.segment(article.text, language)
    whole = scope.reason(article, wanted) is None
    summary = pipeline.summarise(article, language, wanted.claims, ranker=wanted.ranker)
    texts = [sentences[number].text for number in scope.chosen(article, sentences, summary, whole=whole)]
    return translating.estimates(texts, language, wanted.targets, chain)


def _print(rows: list[tuple[str, Estimate]], *, as_json: bool) -> None:
    if as_json:
        for name, each in rows:
            typer.echo(msgspec.json.encode({"article": name, **msgspec.to_builtins(each)}))
        return
    table = Table("article", "to", "engine", "characters to send", "remembered", "USD", show_footer=True)
    for name, each in rows:
        table.add_row(
            name, each.target, each.engine or "none", f"{each.characters:,}", f"{each.remembered:,}", _usd(each.usd)
        )
    table.columns[3].footer = f"{sum(each.characters for _, each in rows):,}"
    table.columns[5].footer = _usd(_total([each.usd for _, each in rows]))
    Console().print(table)


def _total(sums: list[float | None]) -> float | None:
    return None if None in sums else sum(filter(None, sums))


def _usd(dollars: float | None) -> str:
    return "unknown" if dollars is None else f"{dollars:.4f}"
