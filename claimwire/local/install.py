"""Programs of others, ministack above all, each installed into a virtual environment with nothing of ours in it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from claimwire.errors import TryLater
from claimwire.local.state import Say, silent


def ministack(venv: Path, requirements: Path, say: Say) -> Path:
    """Bring the environment to what ``requirements`` says; the path of its interpreter.

    Raises:
        TryLater: the packages could not be fetched.
    """
    return environment(venv, requirements, "the local cloud", say)


def environment(venv: Path, requirements: Path, what: str, say: Say = silent) -> Path:
    """The same for any program, which ``what`` names for people."""
    python = venv / "bin/python"
    wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = venv / "installed"
    if stamp.is_file() and stamp.read_text() == wanted:
        return python
    say(f"installing {what} (once)")
    shutil.rmtree(venv, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(venv)], what)
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    _run([str(python), "-m", "pip", "install", *quiet, "--no-deps", "-r", str(requirements)], what)
    stamp.write_text(wanted)
    return python


def _run(command: list[str], what: str) -> None:
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - commands of ours
    if run.returncode:
        raise TryLater(
            f"could not install {what}: {_reason(run.stderr or run.stdout)}: see to the network, or pip's index, and run it again"
        )


def _reason(said: str) -> str:
    """What pip says at last, without its warnings about each attempt."""
    lines = said.strip().splitlines() or ["no reason given"]
    return "; ".join([line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")] or lines[-1:])[
        -800:
    ]
