"""The commands of README.md and docs/: what stands after ``$`` in a console block, in whole lines and without remarks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests import first_use
from tests.commandline import ROOT

TOLD: dict[str, Any] = tomllib.loads((Path(__file__).parent / "docs_commands.toml").read_text())
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r"\s+# .*")


def pages() -> list[Path]:
    """README.md, CONTRIBUTING.md and docs/, but docs/extend: tests/test_docs_extend.py runs what is there."""
    found = sorted((ROOT / "docs").rglob("*.md"))
    own = [path for path in found if path.parent.name != "extend"]
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *own]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of one kind."""
    return [text for found, text in _BLOCK.findall(page.read_text()) if found == kind]


def commands(page: Path) -> Iterator[str]:
    """A page's commands, each on one line."""
    for block in blocks(page, "console"):
        joined = re.sub(r"\\\n\s*", "", block)
        yield from (_REMARK.sub("", line[2:]) for line in joined.splitlines() if line.startswith("$ "))


def told(line: str) -> str | None:
    """Why a command is not run here, where that is written down."""
    by = {each: f"run by {test}" for test, lines in TOLD["by"].items() for each in lines}
    by |= dict.fromkeys(first_use.SESSION, "run by tests/test_first_use.py")
    found: str | None = by.get(line) or TOLD["not"].get(line)
    return found


def script(page: Path) -> list[str]:
    """What a shell is given of a page: its commands that are not told to run elsewhere, with the reader's own words put in."""
    lines = [TOLD["instead"].get(line, line) for line in commands(page) if told(line) is None]
    for word, value in TOLD["words"].items():
        lines = [line.replace(word, value) for line in lines]
    return lines
