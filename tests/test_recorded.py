"""What the docs show of answers is what comes out today."""

from __future__ import annotations

import pytest

from tests import recorded
from tests.commandline import ROOT

LINES = 66  # of README.md: a screen


@pytest.mark.parametrize(("page", "name"), recorded.RECORDINGS)
def test_a_recorded_block_is_fresh(page: str, name: str) -> None:
    assert recorded.written(page, name) == recorded.RECORDINGS[page, name](), "run `python -m tests.recorded`"


def test_the_readme_is_one_screen_with_a_small_picture() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) <= LINES
    picture = (ROOT / "docs" / "page.webp").read_bytes()
    assert picture[8:12] == b"WEBP"
    assert len(picture) <= 120_000
