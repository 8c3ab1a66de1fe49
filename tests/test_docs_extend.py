"""docs/extend: what each page adds is taken up by the contract's tests and used by ``claimwire run``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import worked
from tests.commandline import ROOT

pytestmark = pytest.mark.timeout(600)
PAGES = ["detector", "engine", "language", "ranker", "reader"]
STORY = ROOT / "examples" / "grain-corridor.en.txt"
SERVER = """
import sys
from tests.translators.servers import house
from tests.translators.servers.serving import serving
with serving(house.speak) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house to which all pages have added theirs."""
    folder = worked.house(tmp_path_factory.mktemp("house"))
    for page in PAGES:
        worked.carry_out(page, folder)
    return folder


@contextmanager
def settings(page: str, copy: Path) -> Iterator[dict[str, str]]:
    """What the page's commands find in the environment: the engine's server is the page's own."""
    if page != "engine":
        yield {}
        return
    command = [sys.executable, "-c", SERVER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=copy, env={"PYTHONPATH": str(copy)}, text=True, **pipes) as server:  # type: ignore[call-overload]
        yield {"CLAIMWIRE_HOUSE_URL": server.stdout.readline().strip()}
        server.stdin.close()


def test_there_are_no_other_pages() -> None:
    assert sorted(page.stem for page in worked.PAGES.glob("*.md")) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_a_page_does_what_it_says(page: str, copy: Path) -> None:
    tested = used = 0
    with settings(page, copy) as env:
        for line, shown in worked.commands(page):
            done = worked.run(line, copy, **env)
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
            assert shown in done.stdout, f"{line}\n{done.stdout}"
            tested += "-m pytest" in line and " passed" in done.stdout
            used += "claimwire run" in line and bool(shown)
    assert tested >= 1, "the page runs no contract test"
    assert used >= 1, "the page does not show what comes of it"


@pytest.mark.parametrize("page", ["detector", "engine", "ranker"])
def test_without_the_page_nobody_knows_the_name(page: str, tmp_path: Path) -> None:
    name = {"detector": "agreed", "engine": "house", "ranker": "figures"}[page]
    words = ["run", str(STORY), "--to", "pt", f"--{page}", name]
    command = [sys.executable, "-m", "claimwire", *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"unknown {page} '{name}'" in done.stderr


def test_the_pages_code_keeps_the_rules_of_the_house(copy: Path) -> None:
    blocks = [block for page in PAGES for block in worked.blocks(page) if block.language == "python"]
    files = [block.path for block in blocks]
    assert len(files) == 5
    assert all(len(block.text.splitlines()) <= 60 for block in blocks)
    for tool in ("ruff check --no-cache", "ruff format --check --no-cache", "mypy --follow-imports=silent"):
        done = worked.run(f"python -m {tool} {' '.join(files)}", copy)
        assert done.returncode == 0, f"{tool}: {done.stdout}{done.stderr}"
