"""Every command in README.md and docs/ runs as it stands there, against one local cloud; tests/docs_commands.toml names what does not."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from claimwire.local import clients, deploy
from infra import node
from tests import consoles
from tests.cloud import get, until
from tests.commandline import ROOT

pytestmark = pytest.mark.timeout(600)
README, FETCH = ROOT / "README.md", ROOT / "docs" / "fetch.md"
PAGES = [page for page in consoles.pages() if page not in (README, FETCH) and consoles.script(page)]
PROGRAMS = ("curl",)  # what a machine may lack: its lines are left out then


class Desk(NamedTuple):
    """A reader's folder, where a local cloud is up, and what the reader has in the environment."""

    folder: Path
    env: dict[str, str]

    def run(self, lines: list[str]) -> str:
        """One shell for all lines; the first that fails is named."""
        missing = [program for program in PROGRAMS if not shutil.which(program)]
        lines = [line for line in lines if not any(program in line.split() for program in missing)]
        text = "\n".join(["set -eE -o pipefail", "trap 'echo \"FAILED: $BASH_COMMAND\" >&2' ERR", *lines])
        done = subprocess.run(
            ["/bin/bash", "-c", text],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, f"{done.stdout[-1000:]}\n{done.stderr[-2000:]}"
        return done.stdout


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """README's own commands start the cloud; what they uploaded is done when the other pages begin."""
    folder = tmp_path_factory.mktemp("desk")
    found = Desk(folder / "work", environment(folder))
    prepare(found.folder)
    try:
        printed = found.run(consoles.script(README))
        [article] = re.findall(r"/articles/([0-9a-f]{32})/latest/digest[.]pt[.]html", printed)
        found.env.update(clients.environment(deploy.current(found.folder / ".local")), ARTICLE=article)
        summary = found.run(["claimwire link article $ARTICLE --stack claimwire"]).strip()
        until(lambda: get(summary).status == 200, "the article of README is done")
        found.env.update(URL=summary, LIST=found.run(["claimwire link list pt --stack claimwire"]).strip())
        yield found
    finally:
        deploy.down(found.folder / ".local", purge=True)


def environment(folder: Path) -> dict[str, str]:
    """The reader's: ``claimwire`` and what else this Python brings on the path, a home of its own, no browser, no proxy."""
    program = folder / "bin" / "claimwire"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m claimwire "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    own = {
        "HOME": str(folder),
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "BROWSER": "true",
        "AWS_PAGER": "",
        "NO_PROXY": "127.0.0.1",
    }
    return {**os.environ, **own}


def prepare(work: Path) -> None:
    """The files that the docs speak of."""
    shutil.copytree(ROOT / "examples", work / "examples")
    for name in ("article.html", "news/story.html"):
        (work / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "examples" / "grain-corridor.en.html", work / name)
    (work / "words.csv").write_text("term,pt\nharbour,porto\n")


def test_the_python_about_fetching_runs(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    [block] = consoles.blocks(FETCH, "python")
    exec(block, {"LIST": desk.env["LIST"]})  # noqa: S102 - our own docs
    assert "  Transport Minister Elena Koroleva: Transport Minister" in capsys.readouterr().out


def test_the_javascript_about_fetching_runs(desk: Desk) -> None:
    [block] = consoles.blocks(FETCH, "js")
    (desk.folder / "fetch.mjs").write_text(f"const LIST = {json.dumps(desk.env['LIST'])};\n{block}")
    printed = subprocess.run(
        [*node.commands()[0], "fetch.mjs"], cwd=desk.folder, capture_output=True, text=True, check=True
    ).stdout
    assert "  Transport Minister Elena Koroleva (reported): " in printed


@pytest.mark.parametrize("page", PAGES, ids=consoles.name)
def test_the_commands_of_a_page_run(page: Path, desk: Desk) -> None:
    desk.run(consoles.script(page))


def test_the_commands_about_fetching_fetch(desk: Desk) -> None:
    desk.run(consoles.script(FETCH))
    assert (desk.folder / "digests" / "latest.json").is_file()
    if shutil.which("curl"):
        names = ("new.json", "digest.json", "summary.pt.md", "article.en.txt")
        new, digest, summary, article = ((desk.folder / name).read_text() for name in names)
        assert json.loads(new)["items"]
        assert json.loads(digest)["status"] == "ready"
        assert "Koroleva" in summary
        assert "Koroleva" in article
