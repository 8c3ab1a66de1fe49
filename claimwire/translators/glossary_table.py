"""A glossary as a table: a head that names the columns, a term a row."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.translators.glossary import Entry

_YES, _NO = frozenset({"yes", "true", "1", "x"}), frozenset({"", "no", "false", "0"})
_TERM = frozenset({"term", "source"})
_OWN = ("keep", "exact", "language")


class Row(Struct, frozen=True):
    """An entry, and where it stands."""

    place: str
    entry: Entry


def table(text: str, suffix: str) -> Iterator[Row]:
    """The rows of a CSV or TSV file. Raises BadSetting for the first broken one, with its line."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, suffix), strict=True)
    head: list[str] = []
    try:
        for raw in lines:
            cells = [unicodedata.normalize("NFC", cell).strip() for cell in raw]
            place = f"line {lines.line_num}"
            if not any(cells):
                continue
            if head:
                yield Row(place, _entry(head, cells, place))
            else:
                head = _head(cells, place)
    except csv.Error as fault:
        raise BadSetting(f"line {lines.line_num}: {fault}") from fault


def _delimiter(text: str, suffix: str) -> str:
    """A tab, or what the head has more of: spreadsheets of half of Europe part by semicolons."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return "\t" if suffix == ".tsv" else max(",;", key=first.count)


def _head(cells: Sequence[str], place: str) -> list[str]:
    """The columns, languages as our codes; a first column that is a language holds the terms, and says theirs."""
    names = [cell.lower() for cell in cells]
    names = [
        name if name in _OWN or name in _TERM else _code(cell, place) for name, cell in zip(names, cells, strict=True)
    ]
    if not _TERM & set(names) and names[0] in _OWN:
        raise BadSetting(f"{place}: the head has no column named term")
    if repeated := next((name for name in names if names.count(name) > 1), ""):
        raise BadSetting(f"{place}: two columns are named {repeated}")
    return names


def _code(cell: str, place: str) -> str:
    try:
        return codes.canonical(cell)
    except BadSetting as fault:
        raise BadSetting(f"{place}: the column {cell!r} is none of term, keep, exact, language, and {fault}") from fault


def _entry(head: Sequence[str], cells: Sequence[str], place: str) -> Entry:
    if len(cells) > len(head) and any(cells[len(head) :]):
        raise BadSetting(
            f"{place}: {len(cells)} cells under {len(head)} columns (a comma inside a term needs quotation marks)"
        )
    row = dict(zip(head, cells, strict=False))
    column = next((name for name in head if name in _TERM), head[0])
    language = _code(row["language"], place) if row.get("language") else ("" if column in _TERM else column)
    targets = {name: row[name] for name in row if name not in {*_OWN, column} and row[name]}
    keep = _flag(row, "keep", place)
    if not row.get(column):
        raise BadSetting(f"{place}: no term")
    if keep == bool(targets):
        raise BadSetting(
            f"{place}: {row[column]!r} has {'both keep and a translation' if keep else 'neither keep nor a translation'}"
        )
    return Entry(row[column], targets, keep, _flag(row, "exact", place), language)


def _flag(row: dict[str, str], name: str, place: str) -> bool:
    value = row.get(name, "").lower()
    if value not in _YES | _NO:
        raise BadSetting(f"{place}: {name} is yes or no, not {row[name]!r}")
    return value in _YES
