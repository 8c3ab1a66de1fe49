"""The command line's tree, and the program run in a terminal as a person has it."""

from __future__ import annotations

import os
import pty
import select
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer

from claimwire import cli
from claimwire.commands import handbook, manual

ROOT = Path(__file__).parents[1]
TREE: Any = typer.main.get_command(cli.app)
COMMANDS: dict[str, Any] = dict(handbook.commands(TREE))


def examples() -> list[tuple[str, str]]:
    """Every example, with its command's path."""
    return [(path, line) for path, command in COMMANDS.items() for line in manual.examples(command.help)]


def arguments(line: str) -> list[str]:
    """What an example hands to the program: without the shell's own doing."""
    words = shlex.split(line.removeprefix('eval "$(').removesuffix(')"'))
    end = next((number for number, word in enumerate(words) if word in ("|", "<", ">", "&&")), len(words))
    return words[1:end]


def in_terminal(words: Sequence[str], cwd: Path, env: Mapping[str, str], seconds: float = 120) -> tuple[int, str]:
    """Exit code and all that a terminal of the environment's COLUMNS shows: both streams, with their control codes."""
    return _shown([sys.executable, "-m", "claimwire", *words], cwd, env, seconds)


def in_shell(line: str, cwd: Path, env: Mapping[str, str]) -> str:
    """What a terminal shows of a command line."""
    return _shown(["/bin/bash", "-c", line], cwd, env, 120)[1]


def _shown(command: Sequence[str], cwd: Path, env: Mapping[str, str], seconds: float) -> tuple[int, str]:
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=cwd, env=dict(env), stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = _read(ours, time.monotonic() + seconds)
        os.close(ours)
        return process.wait(30), shown.decode().replace("\r\n", "\n")


def _read(terminal: int, deadline: float) -> bytes:
    out = b""
    with suppress(OSError):  # the end of a terminal, on Linux
        while time.monotonic() < deadline:
            if select.select([terminal], [], [], 1)[0]:
                piece = os.read(terminal, 65536)
                if not piece:
                    break
                out += piece
    return out
