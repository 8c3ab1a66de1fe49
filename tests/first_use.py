"""Records the session of docs/first-use.md: ``python -m tests.first_use``."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

from tests.commandline import ROOT, in_shell

PAGE = ROOT / "docs" / "first-use.md"
STORY = "'Ana Lima, the deputy mayor, said the bridge was safe.'"
SESSION = (
    f"echo {STORY} > story.txt",
    "claimwire run story.txt --to pt",
    "echo 'The company denied the payment.' >> story.txt",
    "claimwire run story.txt --to pt | grep :2:",
    "claimwire memory stats | cut -f 1-5 | tail -n 1",
    "claimwire estimate story.txt --to es --engine deepl | cut -f 2-",
)
_BLOCK = re.compile(r"(cut short:\n\n```console\n)(.*?)(```)", re.DOTALL)


def recorded() -> str:
    """The commands and what a terminal of 80 columns shows; the article's id is cut short, the version's left out."""
    out = ""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "bin" / "claimwire"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m claimwire "$@"\n')
        program.chmod(0o755)
        own = {"HOME": folder, "XDG_CACHE_HOME": f"{folder}/cache", "COLUMNS": "80", "TERM": "dumb"}
        path = f"{program.parent}:{os.environ['PATH']}"
        env = {**os.environ, **own, "PATH": path, "PYTHONPATH": str(ROOT)}
        work = Path(folder) / "work"
        work.mkdir()
        for line in SESSION:
            out += f"$ {line}\n{in_shell(line, work, env)}"
    return re.sub(
        r"\b([0-9a-f]{8})[0-9a-f]{24}/[0-9a-f]{32}\b", r"\1…/…", out
    )  # a version's id changes with each release


def written() -> str:
    """The session as the page has it."""
    found = _BLOCK.search(PAGE.read_text())
    assert found is not None
    return found[2]


def main() -> None:
    """Write the session into the page."""
    PAGE.write_text(_BLOCK.sub(lambda found: f"{found[1]}{recorded()}{found[3]}", PAGE.read_text(), count=1))


if __name__ == "__main__":
    main()
