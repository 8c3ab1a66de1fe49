"""What translating costs: an article at a time, and in all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

import msgspec
import typer

from claimwire import pipeline, scope, translating, wiring
from claimwire.commands import places
from claimwire.commands import sources as given
from claimwire.errors import Refused
from claimwire.settings import Settings
from claimwire.terminal.answers import table
from claimwire.terminal.progress import progress
from claimwire.translators import build
from claimwire.translators.chain import Chain
from claimwire.translators.estimate import Estimate

Row = tuple[str, Estimate]


def estimated(sources: list[str], wanted: Settings, memory: str | None, env: Mapping[str, str]) -> list[Row]:
    """What each article would cost, by target."""
    rows: list[Row] = []
    with places.memory(env, memory) as opened, progress("estimating") as bar:
        chain = build(wanted.engine, opened, wiring.engines(env), ready=False)
        for number, (name, data) in enumerate(given.articles(sources), 1):
            bar.say(f"estimating: {number:,} articles, {name}")
            rows += ((name, each) for each in of_article(name, data, wanted, chain))
    return rows


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


def show(rows: list[Row], *, as_json: bool) -> None:
    """One row an article and language, and the sum."""
    if as_json:
        for name, each in rows:
            typer.echo(msgspec.json.encode({"article": name, **msgspec.to_builtins(each)}))
        return
    printed = [
        (name, each.target, each.engine or "none", f"{each.characters:,}", f"{each.remembered:,}", _usd(each.usd))
        for name, each in rows
    ]
    total = (f"{sum(each.characters for _, each in rows):,}", "", _usd(_total([each.usd for _, each in rows])))
    heads = ("article", "to", "engine", "characters to send", "remembered", "USD")
    table(heads, [*printed, ("all", "", "", *total)])


def _total(sums: list[float | None]) -> float | None:
    return None if None in sums else sum(filter(None, sums))


def _usd(dollars: float | None) -> str:
    return "unknown" if dollars is None else f"{dollars:.4f}"
