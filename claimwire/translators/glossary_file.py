"""Glossaries as files: tables (CSV, TSV) and TBX, checked before they are believed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimwire.errors import BadSetting
from claimwire.translators.glossary import Entry, Glossary
from claimwire.translators.glossary_table import Row, table
from claimwire.translators.glossary_tbx import concepts

_MOST_BYTES = 10_000_000
_MOST_ENTRIES = 100_000
_LONGEST = 200  # characters of a term
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
HELP = "see docs/glossary.md for how glossaries are written"


def load_glossary(path: Path) -> Glossary:
    """The glossary in a file: ``.csv``, ``.tsv`` or ``.tbx``.

    Raises:
        BadSetting: The file cannot be read, or a row of it is broken or says something else than an earlier one; names file and row.
    """
    readers = {".csv": table, ".tsv": table, ".tbx": concepts}
    if path.suffix.lower() not in readers:
        raise BadSetting(f"{path}: a glossary is a .csv, .tsv or .tbx file: {HELP}")
    text = _text(path)
    try:
        entries = list(_checked(readers[path.suffix.lower()](text, path.suffix.lower())))
    except BadSetting as fault:
        raise BadSetting(f"{path}, {fault}") from fault
    if not entries:
        raise BadSetting(f"{path}: no term in it: {HELP}")
    return Glossary(entries)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise BadSetting(f"{path}: the glossary cannot be read: {fault.strerror}") from fault
    if len(data) > _MOST_BYTES:
        raise BadSetting(f"{path}: {len(data):,} bytes of glossary; at most {_MOST_BYTES:,} are read")
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        row = data[: fault.start].count(b"\n") + 1
        raise BadSetting(f"{path}, line {row}: not {encoding} text ({fault.reason}): save the file as UTF-8") from fault


def _checked(rows: Iterator[Row]) -> Iterator[Entry]:
    """The entries, each once. Raises BadSetting for the first that cannot be right."""
    seen: dict[tuple[str, str, bool], Row] = {}
    for row in rows:
        if len(seen) == _MOST_ENTRIES:
            raise BadSetting(f"{row.place}: more than {_MOST_ENTRIES:,} terms")
        entry = row.entry
        for text in (entry.term, *entry.targets.values()):
            _check_text(text, row.place)
        term = entry.term if entry.exact else entry.term.casefold()
        earlier = seen.setdefault((entry.language, term, entry.exact), row)
        if earlier is row:
            yield entry
        elif (earlier.entry.targets, earlier.entry.keep) != (entry.targets, entry.keep):
            raise BadSetting(f"{row.place}: {entry.term!r} has another translation than in {earlier.place}")


def _check_text(text: str, place: str) -> None:
    if not any(character.isalnum() for character in text):
        raise BadSetting(f"{place}: the term {text!r} has no letter and no digit")
    if len(text) > _LONGEST:
        raise BadSetting(f"{place}: a term of {len(text)} characters; at most {_LONGEST} are allowed")
    if not text.isprintable():
        raise BadSetting(f"{place}: {text!r} has control characters or line ends in it")
