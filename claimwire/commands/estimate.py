"""``claimwire estimate``: what translating articles would cost, before anything is sent."""

from __future__ import annotations

from typing import Annotated

import typer

from claimwire.commands.options import AsJson
from claimwire.settings import FULL_TEXT_UP_TO, MAX_CLAIMS

Sources = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Articles: files, or s3://bucket/key; s3://bucket/folder/ is all below."),
]
To = Annotated[
    list[str], typer.Option("--to", metavar="LANG", help="Target language; repeat it, or part several by commas.")
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine", metavar="NAME", help="Translation engine, or a chain; the first that serves a pair counts."
    ),
]
Claims = Annotated[int, typer.Option("--claims", metavar="N", min=1, max=MAX_CLAIMS, help="How many key claims.")]
SummaryOnly = Annotated[
    bool, typer.Option("--summary-only", help="Of the title, the key claims and the caveats alone.")
]
FullTextUpTo = Annotated[
    int, typer.Option("--full-text-up-to", metavar="N", min=1, help="Characters above which it is so anyway.")
]
TableName = Annotated[
    str | None, typer.Option("--table", metavar="NAME", help="A stack's memory instead of this user's.")
]


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

    Examples:
        claimwire estimate examples/grain-corridor.en.html --to pt,es --engine deepl
        claimwire estimate s3://bucket/wire/ --to pt --engine amazon --json
    """
    from claimwire.commands import estimating
    from claimwire.settings import Settings, targets_of

    wanted = Settings(
        targets=targets_of(",".join(to)),
        engine=engine,
        claims=claims,
        summary_only=summary_only,
        full_text_up_to=full_text_up_to,
    )
    estimating.show(estimating.estimated(sources, wanted, table, context.obj), as_json=as_json)
