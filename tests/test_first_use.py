"""The first session of docs/first-use.md, run again in a terminal of 80 columns."""

from __future__ import annotations

import wcwidth

from tests import first_use


def test_the_session_in_the_docs_is_what_a_terminal_shows() -> None:
    assert first_use.written() == first_use.recorded(), "run `python -m tests.first_use`"


def test_it_fits_a_terminal_of_24_lines_and_80_columns() -> None:
    lines = first_use.written().splitlines()
    assert len(lines) == 24
    assert all(wcwidth.width(line.expandtabs()) <= 80 for line in lines)
