"""The command line. Exit codes: 0 all well, 2 wrong use, 3 an article was refused, 4 a translation is missing, 5 try later."""

from __future__ import annotations

import dataclasses
import os
import sys
import unicodedata
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from claimwire import job, terminal, wiring
from claimwire.commands import engines, estimate, failures, keys, link, memory, places, subscribe
from claimwire.directory import FolderStore
from claimwire.errors import BadSetting, ClaimwireError, Refused, TryLater
from claimwire.local import commands
from claimwire.models import Digest, Notice
from claimwire.settings import FULL_TEXT_UP_TO, MAX_CLAIMS, MAX_WORDS, Settings, targets_of
from claimwire.task import Job
from claimwire.version import __version__

USAGE, REFUSED, INCOMPLETE, LATER = 2, 3, 4, 5

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who claims what in an article, word for word, in every language you read.",
    epilog="Start with: claimwire run article.html --to pt",
)
app.add_typer(commands.app)
app.add_typer(memory.app, name="memory")
app.command("failures")(failures.show)
app.command()(failures.redrive)
app.command()(engines.engines)
app.command()(estimate.estimate)
app.add_typer(keys.app, name="keys")
app.add_typer(link.app, name="link")
app.add_typer(subscribe.app, name="subscribe")
app.command("revoke")(keys.revoke_article)

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="Articles: text, pages, mail, office files; one article each.")
]
To = Annotated[
    list[str],
    typer.Option("--to", metavar="LANG", help="Target language, as BCP-47 code; repeat it, or part several by commas."),
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for results.")]
EngineName = Annotated[str, typer.Option("--engine", help="Translation engine, or a chain such as firefox,google.")]
Claims = Annotated[int, typer.Option("--claims", min=1, max=MAX_CLAIMS, help="How many key claims.")]
Words = Annotated[
    int, typer.Option("--words", min=0, max=MAX_WORDS, help="Words that all claims may have together; 0 is any number.")
]
Order = Annotated[str, typer.Option("--order", help="Order of the claims: rank, the best first, or text.")]
RankerName = Annotated[
    str,
    typer.Option("--ranker", help="How claims are ranked: neutral, one of sumy's (lexrank, ...), or some joined by +."),
]
DetectorName = Annotated[
    str, typer.Option("--detector", help="How the language is told: auto, declared, or a detector's name.")
]
Furniture = Annotated[
    Path | None, typer.Option("--furniture", metavar="FILE", help="Your own rules of page furniture, as TOML.")
]
GlossaryFile = Annotated[
    Path | None,
    typer.Option("--glossary", metavar="FILE", help="Your own words, as CSV, TSV or TBX (docs/glossary.md)."),
]
BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", help="Where DIR is served: notices then carry capability links."),
]
SummaryOnly = Annotated[
    bool, typer.Option("--summary-only", help="Translate the title, the key claims and the caveats, not the article.")
]
FullTextUpTo = Annotated[
    int, typer.Option("--full-text-up-to", min=1, help="Characters above which an article is translated so anyway.")
]
MaxCost = Annotated[
    float | None,
    typer.Option("--max-cost", metavar="USD", min=0, help="Do not translate an article that would cost more."),
]
MonthMaxCost = Annotated[
    float | None,
    typer.Option(
        "--month-max-cost", metavar="USD", min=0, help="Ask no paid engine for more than this a calendar month."
    ),
]
SCHEMAS = {"digest": Digest, "notice": Notice}
SchemaOf = Annotated[str, typer.Argument(metavar="WHAT", help="digest or notice.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one digest a line as JSON, and nothing else.")]


@app.command()
def run(
    files: Files,
    to: To,
    out: Out = Path("claimwire-results"),
    engine: EngineName = "firefox",
    claims: Claims = 5,
    words: Words = 0,
    order: Order = "rank",
    ranker: RankerName = "neutral",
    detector: DetectorName = "auto",
    furniture: Furniture = None,
    glossary: GlossaryFile = None,
    base_url: BaseUrl = None,
    summary_only: SummaryOnly = False,
    full_text_up_to: FullTextUpTo = FULL_TEXT_UP_TO,
    max_cost: MaxCost = None,
    month_max_cost: MonthMaxCost = None,
    as_json: AsJson = False,
) -> None:
    """Read articles, find their key claims, translate them, and put the results into a folder. No cloud at all.

    Example: claimwire run examples/grain-corridor.en.txt --to pt
    """
    wanted = Settings(
        targets=targets_of(",".join(to)),
        engine=engine,
        claims=claims,
        words=words,
        order=order,
        ranker=ranker,
        detector=detector,
        summary_only=summary_only,
        full_text_up_to=full_text_up_to,
        max_cost=max_cost,
        month_max_cost=month_max_cost,
    )
    sources = [_source(path) for path in files]
    shared = wiring.folder_job(
        sources[0][0], out, wanted, places.memory_file(os.environ), base_url, furniture, os.environ, glossary
    )
    raise typer.Exit(max(_one(dataclasses.replace(shared, sources=store), key, out, as_json) for store, key in sources))


@app.command()
def schema(of: SchemaOf = "digest") -> None:
    """Print the JSON Schema of digest.json, or of a notice."""
    if of not in SCHEMAS:
        raise BadSetting(f"no schema of {of!r}: choose {' or '.join(SCHEMAS)}")
    typer.echo(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(SCHEMAS[of])), indent=2).decode())


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(f"claimwire {__version__}")


def main() -> None:
    """Run the command line; what was raised on purpose ends in one line and an exit code."""
    try:
        app(obj=os.environ)
    except ClaimwireError as error:
        print(f"claimwire: {error}", file=sys.stderr)
        sys.exit(LATER if isinstance(error, TryLater) else REFUSED if isinstance(error, Refused) else USAGE)


def _one(shared: Job, key: str, out: Path, as_json: bool) -> int:
    before = shared.chain.meter.reading()
    with terminal.progress(key) as step:
        outcome = job.run(dataclasses.replace(shared, step=step), key)
    digest = outcome.digest
    if digest is None:
        raise BadSetting(f"{key} is a folder marker or a system file, not an article: name the article itself")
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(digest) + b"\n")
    else:
        sent = shared.chain.meter.reading() - before
        terminal.show(digest, out, again=outcome.action == "repeated", sent=sent)
    return _exit_code(digest)


def _exit_code(digest: Digest) -> int:
    if digest.status == "refused":
        return REFUSED
    return INCOMPLETE if any(translation.status == "unavailable" for translation in digest.translations) else 0


def _source(path: Path) -> tuple[FolderStore, str]:
    """The file's store and key: relative to the working directory where it lies inside, else from the root."""
    if not path.is_file():
        what = "is a folder: name its files" if path.is_dir() else "does not exist"
        raise BadSetting(f"{path} {what}")
    full, here = path.resolve(), Path.cwd()
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in full.as_posix()):
        raise BadSetting(f"{str(path)!r} is no text: rename it without control characters and broken letters")
    root = here if full.is_relative_to(here) else Path(full.anchor)
    return FolderStore(root), full.relative_to(root).as_posix()
