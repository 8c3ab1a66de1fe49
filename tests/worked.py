"""Pages of docs/extend/ carried out: their files and lines go into a copy of the house, and their commands are run there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tests.commandline import ROOT

PAGES = ROOT / "docs" / "extend"
_ROOMS = ("bench", "claimwire", "examples", "infra", "tests")
_BLOCK = re.compile(r"(?:^`([\w./-]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(Struct, frozen=True):
    """A fenced block, and the file that the line before it names."""

    path: str
    language: str
    text: str


def blocks(page: str) -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall((PAGES / f"{page}.md").read_text())]


def house(folder: Path) -> Path:
    """A copy of what a checkout holds, with the programs that pages name."""
    for room in _ROOMS:
        shutil.copytree(ROOT / room, folder / room)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, words in (("claimwire", "-m claimwire"), ("python", "")):
        program = folder / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec {sys.executable} {words} "$@"\n')
        program.chmod(0o755)
    return folder


def carry_out(page: str, copy: Path) -> None:
    """Write the page's files, and change its lines."""
    for block in blocks(page):
        if block.path:
            path = copy / block.path
            assert path.exists() == (block.language == "diff"), f"{page}: {block.path}"
            path.write_text(_changed(path, block.text) if block.language == "diff" else block.text)


def _changed(path: Path, diff: str) -> str:
    """The file with the lines of a diff without line numbers; its old lines stand in the file once."""
    lines = diff.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] in kept) for kept in (" -", " +"))
    text = path.read_text()
    assert text.count(old) == 1, f"{path.name} has these lines {text.count(old)} times:\n{old}"
    return text.replace(old, new)


def commands(page: str) -> Iterator[tuple[str, str]]:
    """Each command of the page, and what it shows."""
    for block in blocks(page):
        if block.language == "console":
            for piece in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
                line, _, shown = piece.partition("\n")
                yield line, shown


def run(line: str, copy: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A command line in the copy, by the copy's own code."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "CLAIMWIRE_", "COV_"))}
    path = f"{copy}/bin:{os.environ['PATH']}"
    env = {**own, "PATH": path, "PYTHONPATH": str(copy), "HOME": str(copy), "XDG_CACHE_HOME": f"{copy}/cache", **more}
    command = ["/bin/bash", "-o", "pipefail", "-c", line]
    return subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False, timeout=200)
