"""Glossaries as files: tables (CSV, TSV) and TBX, checked before they are believed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from claimwire.errors import BadSetting
from claimwire.translators.glossary import Entry, Glossary
from claimwire.translators.glossary_table import Row, table
from claimwire.translators.glossary_tbx import concepts

_MOST_BYTES = 10_000_000
_MOST_ENTRIES = 100_000
_LONGEST = 200  # characters of a term
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_READERS = {".csv": table, ".tsv": table, ".tbx": concepts}
HELP = "see docs/glossary.md for how glossaries are written"


def load_glossary(path: Path) -> Glossary:
    """The glossary in a file: ``.csv``, ``.tsv`` or ``.tbx``.

    Raises:
        BadSetting: The file cannot be read, or a row of it is broken or says something else than an earlier one; names file and row.
    """
    _check_ending(str(path))
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise BadSetting(f"{path}: the glossary cannot be read: {fault.strerror}") from fault
    return parsed(str(path), data)


def parsed(name: str, data: bytes) -> Glossary:
    """The glossary in the bytes of a file of that name; raises BadSetting as ``load_glossary`` does."""
    _check_ending(name)
    text, ending = _text(name, data), ending_of(name)
    try:
        entries = list(_checked(_READERS[ending](text, ending)))
    except BadSetting as fault:
        raise BadSetting(f"{name}, {fault}") from fault
    if not entries:
        raise BadSetting(f"{name}: no term in it: {HELP}")
    return Glossary(entries)


def ending_of(name: str) -> str:
    """``Words.CSV`` -> ``.csv``."""
    return PurePath(name).suffix.lower()


def _check_ending(name: str) -> None:
    if ending_of(name) not in _READERS:
        raise BadSetting(f"{name}: a glossary is a .csv, .tsv or .tbx file: {HELP}")


def _text(path: str, data: bytes) -> str:
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
