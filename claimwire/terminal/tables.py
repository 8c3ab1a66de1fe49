"""Rows in a terminal: as a table where every word fits into its column, else each row as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_BETWEEN = 3  # columns of the terminal between two of the table


def draw(console: Console, heads: Sequence[str], rows: Sequence[Sequence[str]], title: str | None = None) -> None:
    """Print the rows under their heads."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    found = _widths([heads, *rows], console.width)
    if found is None:
        for row in rows:
            for head, cell in zip(heads, row, strict=True):
                console.print(Text(f"{head}: {cell}" if head else cell))
            console.print()
        return
    drawn = Table(title=title, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for head, width in zip(heads, found, strict=True):
        drawn.add_column(head, width=width)
    for row in rows:
        drawn.add_row(*map(Text, row))
    console.print(drawn)


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int] | None:
    """Of each column: what its text wants, or at least its longest word; None where even those are too wide together."""
    from rich.cells import cell_len

    wanted = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    found = [
        max(cell_len(word) for cell in column for word in cell.split() or [""]) for column in zip(*rows, strict=True)
    ]
    spare = columns - sum(found) - _BETWEEN * (len(found) - 1)
    if spare < 0:
        return None
    for _ in range(min(spare, sum(wanted) - sum(found))):
        found[max(range(len(found)), key=lambda each: wanted[each] - found[each])] += 1
    return found
