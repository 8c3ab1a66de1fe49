"""docs/comparison.md: each row names a test of ours that exists, or where it was read; what the bench prints is what the page says."""

from __future__ import annotations

import importlib.util
import re

import pytest

from bench import comparison
from tests.commandline import ROOT

PAGE = (ROOT / "docs" / "comparison.md").read_text()
CITED = re.compile(r"\b[\w.-]+/[\w.-]+(?:#\d+|:[\w./-]+\.\w+)(?![\w`])")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
BENCH = re.compile(r"`python -m (bench\.\w+)`")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")]
OURS, BETTER = ([row for row in ROWS if len(row) == width and row[0] not in ("What", "Who")] for width in (5, 3))


def test_the_tables_are_there() -> None:
    assert len(OURS) >= 15
    assert len(BETTER) >= 6
    assert len(OURS) + len(BETTER) + 2 == len(ROWS)


@pytest.mark.parametrize("row", OURS, ids=lambda row: row[0])
def test_a_row_is_shown_on_both_sides(row: list[str]) -> None:
    assert TEST.search(row[3]), "name a test of ours"
    assert BENCH.search(row[4]) or CITED.search(row[4]), "name a command, a file or an issue"


@pytest.mark.parametrize("row", BETTER, ids=lambda row: row[0])
def test_what_others_do_better_says_where_it_was_read(row: list[str]) -> None:
    assert CITED.search(row[2])


@pytest.mark.parametrize(("file", "name"), sorted(set(TEST.findall(PAGE))))
def test_a_test_that_is_named_exists(file: str, name: str) -> None:
    assert not name or re.search(rf"^def {name}\(", (ROOT / file).read_text(), re.MULTILINE)


def test_the_bench_prints_what_the_page_says_and_has_a_module() -> None:
    assert all(importlib.util.find_spec(module) for module in BENCH.findall(PAGE))
    written = PAGE.rpartition("```text\n")[2].partition("```")[0].splitlines()
    printed = list(comparison.rows())
    assert [row for row in printed if row not in written] == []
    assert len([row for row in printed if row.startswith("claimwire: ")]) == 3
