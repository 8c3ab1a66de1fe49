"""A digest in a terminal: who claims what, each claim with its translation below it, on as many columns as there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import typer

from claimwire import codes, layout
from claimwire.letters import clean, wrapped
from claimwire.models import Caveat, Claim, Digest
from claimwire.render.wording import View, attribution, views
from claimwire.terminal import plain, screen
from claimwire.terminal.answers import paint
from claimwire.translators.rates import spent

_WIDEST = 100  # columns: longer lines are hard to read


def show(digest: Digest, out: Path, *, again: bool = False, sent: Mapping[str, int] = {}) -> None:
    """Print a digest: its claims with speakers and translations, caveats, what was removed and ``sent``, and where the files lie."""
    for line in lines(digest, again=again):
        typer.echo(line)
    label = "" if screen.current().tty else f"{clean(digest.source.key)}: "
    for engine, characters in sent.items():
        typer.echo(paint(f"{label}sent to {engine}: {characters:,} characters, {_price({engine: characters})}", "dim"))
    folder = out / "results" / digest.article_id / digest.version
    names = (layout.DIGEST, *digest.files)
    if screen.current().tty:
        for line in (paint(f"{folder}:", "dim"), *_block(", ".join(names), "dim", "  ")):
            typer.echo(line)
        return
    for name in names:
        typer.echo(f"{label}{folder / name}")


def lines(digest: Digest, *, again: bool = False) -> Iterator[str]:
    """What a digest says, without its files."""
    headline = _headline(digest, again=again)
    if not screen.current().tty:
        yield from plain.lines(digest, headline)
        return
    found = views(digest)
    yield from _block(headline, "bold")
    if digest.status == "refused":
        yield from _block(f"refused: {digest.reason}", "red")
    elif digest.summary:
        for number, claim in enumerate(digest.summary.claims, 1):
            yield from _claim(number, claim, found)
        yield _rule()
        for caveat in digest.summary.caveats:
            yield from _caveat(caveat, found)
    yield from _about(digest, found)


def _about(digest: Digest, found: list[View]) -> Iterator[str]:
    """Which translations are not there, or not whole; what was removed."""
    for view in found:
        if view.problem and digest.status == "ready":
            yield from _block(f"no {codes.name(view.language)} translation: {view.problem}", "yellow")
        if view.note:
            yield from _block(f"{codes.name(view.language)}: {view.note}", "dim")
    if digest.article and digest.article.removed:
        yield paint("removed as page furniture:", "dim")
        for line in digest.article.removed:
            yield from _block(f"{line.text}  ({line.reason})", "dim", "  ")


def _claim(number: int, claim: Claim, found: list[View]) -> Iterator[str]:
    yield _rule()
    yield from _block(attribution(found[0].digest, claim), "bold", f"{number:2}  ")
    yield from _block(claim.text, "", "    ")
    for view in found:
        if view.translated:
            yield from _block(view.of(claim) or "", "cyan", f"    {view.language}: ")
            for warning in view.warnings(*claim.sentences):
                yield from _block(f"check: {warning}", "yellow", "    ")


def _caveat(caveat: Caveat, found: list[View]) -> Iterator[str]:
    yield from _block(caveat.text, "yellow", "caveat: ")
    for view in found:
        if view.translated:
            yield from _block(view.of(caveat) or "", "cyan", f"    {view.language}: ")


def _block(text: str, style: str, first: str = "") -> Iterator[str]:
    columns = min(screen.current().columns, _WIDEST)
    for line in wrapped(text, columns, first, " " * len(first), isolated=True):
        yield paint(line, style) if style else line


def _rule() -> str:
    return paint("─" * min(screen.current().columns, _WIDEST), "dim")


def _headline(digest: Digest, *, again: bool) -> str:
    title = (digest.article.title if digest.article else None) or digest.source.key
    known = digest.language
    language = f" [{codes.name(known.code)}, {known.confidence:.0%} sure]" if known else ""
    return f"{title}{language}{' (done before, nothing new)' if again else ''}"


def _price(characters: Mapping[str, int]) -> str:
    dollars = spent(characters)
    if dollars is None:
        return "at a price that is not known"
    return f"{dollars:.4f} USD by list price" if dollars else "free of charge"
