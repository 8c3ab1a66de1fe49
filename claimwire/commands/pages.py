"""``claimwire pages``: a folder of results as pages that open from disk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimwire.errors import BadSetting
from claimwire.terminal.answers import answer

Folder = Annotated[Path, typer.Argument(metavar="[DIR]", help="A folder of results, as claimwire run leaves it.")]
Days = Annotated[int, typer.Option("--days", metavar="N", min=1, help="The last days of which speakers are shown.")]


def pages(folder: Folder = Path("claimwire-results"), days: Days = 7) -> None:
    """Write pages over all articles in a folder of results: what is new by day and language, and who said what.

    They open from disk: double-click index.html. What did not change is not written again; claimwire run does this by itself.

    Examples:
        claimwire pages
        claimwire pages digests --days 30
    """
    from claimwire.overview import site

    made = site.write(folder, days)
    if made is None:
        raise BadSetting(f"{folder} holds no results: name the folder that claimwire run wrote to (--out)")
    answer(
        {"first": str(made.first), "pages": made.pages, "written": made.written},
        _line(made.first, made.pages, made.written),
    )


def _line(first: Path, number: int, written: int) -> str:
    return f"{first}  ({number} page{'s' if number != 1 else ''}, {written} written)"
