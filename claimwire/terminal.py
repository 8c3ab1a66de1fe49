"""Digests and progress in a terminal: tables for people, on as many columns as there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimwire import codes, layout
from claimwire.models import Caveat, Claim, Digest
from claimwire.render.wording import View, attribution, views
from claimwire.translators.rates import spent

Step = Callable[[str], None]
_STAGES = {
    "get": "fetching",
    "read": "reading",
    "detect": "detecting the language",
    "segment": "cutting into sentences",
    "claims": "finding the key claims",
    "translate": "translating",
    "put": "writing the results",
    "announce": "announcing",
}


@contextmanager
def progress(name: str) -> Iterator[Step]:
    """A line on standard error that says what is going on, where that is a terminal; nothing where it is not."""
    with Console(stderr=True).status(name) as status:
        yield lambda stage: status.update(f"{name}: {_STAGES[stage]} …")


def show(digest: Digest, out: Path, *, again: bool = False, sent: Mapping[str, int] = {}) -> None:
    """Print a digest: its claims with speakers and translations, caveats, what was removed and ``sent``, and where the files lie."""
    console = Console(highlight=False)
    console.print(Text(_headline(digest, again), style="bold"))
    for part in parts(digest):
        console.print(part)
    for engine, characters in sent.items():
        console.print(Text(f"sent to {engine}: {characters:,} characters, {_price({engine: characters})}", style="dim"))
    folder = out / "results" / digest.article_id / digest.version
    for name in (layout.DIGEST, *digest.files):
        console.print(Text(f"  {folder / name}", style="dim"), soft_wrap=True)
    console.print()


def parts(digest: Digest) -> Iterator[RenderableType]:
    """What a digest says, as things to print."""
    if digest.status == "refused":
        yield Text(f"refused: {digest.reason}", style="red")
    translated = [view for view in views(digest) if view.translated]
    for view in translated or views(digest)[:1]:
        if digest.summary:
            yield _claims(view, digest.summary.claims)
            yield from (_caveat(view, caveat) for caveat in digest.summary.caveats)
    for view in views(digest):
        if view.problem and digest.status == "ready":
            yield Text(f"no {codes.name(view.language)} translation: {view.problem}", style="yellow")
        if view.note:
            yield Text(f"{codes.name(view.language)}: {view.note}", style="dim")
    if digest.article and digest.article.removed:
        yield _removed(digest)


def _price(characters: Mapping[str, int]) -> str:
    dollars = spent(characters)
    if dollars is None:
        return "at a price that is not known"
    return f"{dollars:.4f} USD by list price" if dollars else "free of charge"


def _headline(digest: Digest, again: bool) -> str:
    title = (digest.article.title if digest.article else None) or digest.source.key
    language = (
        f" [{codes.name(digest.language.code)}, {digest.language.confidence:.0%} sure]" if digest.language else ""
    )
    return f"{title}{language}" + (" (done before, nothing new)" if again else "")


def _claims(view: View, claims: tuple[Claim, ...]) -> Table:
    source = view.digest.language.code if view.digest.language else ""
    table = Table(show_lines=True, expand=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(f"Claim ({codes.name(source)})", ratio=1, overflow="fold")
    if view.translated:
        table.add_column(codes.name(view.language), ratio=1, overflow="fold")
    for number, claim in enumerate(claims, 1):
        table.add_row(str(number), *_row(view, claim))
    return table


def _row(view: View, claim: Claim) -> list[RenderableType]:
    who = Text(attribution(view.digest, claim), style="bold")
    cells: list[RenderableType] = [Group(who, Text(claim.text))]
    if view.translated:
        warnings = [Text(f"check: {warning}", style="yellow") for warning in view.warnings(*claim.sentences)]
        cells.append(Group(Text(view.of(claim) or ""), *warnings))
    return cells


def _caveat(view: View, caveat: Caveat) -> Text:
    return Text.assemble(
        ("caveat: ", "bold yellow"), caveat.text, *([f"\n        {view.of(caveat)}"] if view.translated else [])
    )


def _removed(digest: Digest) -> Text:
    lines = digest.article.removed if digest.article else ()
    listed = "\n".join(f"  {line.text}  ({line.reason})" for line in lines)
    return Text(f"removed as page furniture:\n{listed}", style="dim")
