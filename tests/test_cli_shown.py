"""What a terminal shows of tables and notices, on as many columns as it has; and what `upload` will not take."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from claimwire.models import Notice
from claimwire.terminal import notice, screen, tables
from tests.test_cli import Run, claimwire, home

__all__ = ["claimwire", "home"]

HEADS = ("engine", "a request")
ROWS = [("firefox", "360 characters, 1 at once"), ("苹果", "9 bytes")]


def shown(columns: int) -> list[str]:
    out = io.StringIO()
    tables.draw(Console(file=out, width=columns), HEADS, ROWS)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("columns", [21, 24, 30, 80])
def test_a_table_never_cuts_a_word_and_fits(columns: int) -> None:
    lines = shown(columns)
    assert all(cell_len(line) <= columns for line in lines)
    assert set(" ".join(lines).split()) >= {word for row in (HEADS, *ROWS) for cell in row for word in cell.split()}


def test_a_table_that_is_too_wide_is_a_list() -> None:
    assert shown(18) == [
        "engine: firefox",
        "a request: 360",
        "characters, 1 at",
        "once",
        "",
        "engine: 苹果",
        "a request: 9 bytes",
        "",
    ]


NOTICE = Notice(
    id="1",
    event="digest.ready",
    article_id="a",
    version="v",
    key="wire/1.txt",
    status="ready",
    title="وزيرة التعليم تنفي",
    source_language="ar",
    languages=("ar", "pt"),
    speakers=("هدى",),
    claims=("نفت",),
    urls={"digest.json": "https://c.example/j", "digest.pt.html": "https://c.example/p?k=1"},
)


def test_a_notice_is_a_few_lines_with_its_pages() -> None:
    with screen.using(screen.Screen(tty=True)):
        head, about, page = notice.lines(NOTICE)
    assert "ready: وزيرة التعليم تنفي" in head
    assert "wire/1.txt; 1 key claim, by هدى" in about
    assert page == "  Portuguese: https://c.example/p?k=1"


def test_a_notice_of_a_refused_article_says_why() -> None:
    with screen.using(screen.Screen(tty=True)):
        refused = Notice(
            id="1",
            event="digest.refused",
            article_id="a",
            version="v",
            key="x.pdf",
            status="refused",
            reason="It is empty.",
        )
        assert list(notice.lines(refused)) == ["refused: x.pdf", "  x.pdf: It is empty."]


def test_upload_names_what_it_does_not_take(claimwire: Run, home: Path) -> None:
    (home / "a b").mkdir()
    (home / "a b" / "story.txt").write_text("x")
    assert claimwire("upload", "a b").stderr == "claimwire: a b is a folder: name the files in it, as in 'a b'/*\n"
    assert claimwire("upload", "nope.txt").stderr == "claimwire: no such file: nope.txt: name articles that are there\n"
    twice = claimwire("upload", "story.txt", "a b/story.txt").stderr
    assert twice == "claimwire: two files are called story.txt: upload one of them by itself, with a --key of its own\n"
