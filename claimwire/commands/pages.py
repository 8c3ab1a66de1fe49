"""``claimwire pages``: a folder of results as pages that open from disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import asdict

from claimwire.errors import BadSetting
from claimwire.terminal.answers import answer, note

if TYPE_CHECKING:
    from claimwire.overview.site import Site

Folder = Annotated[Path, typer.Argument(metavar="[DIR]", help="A folder of results, as claimwire run leaves it.")]
Days = Annotated[int, typer.Option("--days", metavar="N", min=1, help="The last days of which speakers are shown.")]


Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="URL",
        help="Where the folder is served, such as https://news.example/: Atom feeds are written too. Remembered; '' forgets it.",
        show_default=False,
    ),
]
_NO_FEEDS = (
    "no Atom feeds: a feed holds its own address and those of its pages, and a folder knows none; "
    "name the address where it is served with --base https://…"
)


def pages(folder: Folder = Path("claimwire-results"), days: Days = 7, base: Base = None) -> None:
    """Write pages over all articles in a folder of results: what is new by day and language, and who said what.

    They open from disk: double-click index.html. What did not change is not written again; claimwire run does this by itself.

    Examples:
        claimwire pages
        claimwire pages digests --days 30
        claimwire pages digests --base https://news.example/claims/
    """
    from claimwire.overview import site

    made = site.write(folder, days, base)
    if made is None:
        raise BadSetting(f"{folder} holds no results: name the folder that claimwire run wrote to (--out)")
    answer({**asdict(made), "first": str(made.first)}, _line(made))
    if not made.feeds:
        note(_NO_FEEDS)


def _line(made: Site) -> str:
    counts = f"{made.pages} page{'s' if made.pages != 1 else ''}{f', {made.feeds} feeds' if made.feeds else ''}"
    return f"{made.first}  ({counts}, {made.written} written)"
