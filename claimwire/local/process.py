"""Another process, known by its id and its start time, so that a reused id is never taken for it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

_PROC = Path("/proc")


def spawn(command: list[str], environment: Mapping[str, str], log: Path) -> int:
    """Start a process that outlives this one, as the leader of a session and process group of its own."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    return os.posix_spawn(command[0], command, environment, file_actions=actions, setsid=True)


def started(pid: int) -> str | None:
    """When a process started, in the system's own words, or None where it runs no more."""
    if not _PROC.is_dir():
        return _started_by_ps(pid)
    try:
        fields = (
            (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
        )  # the name before ")" may hold anything
    except (FileNotFoundError, ProcessLookupError):
        return None
    state, ticks = fields[0], fields[19]  # fields 3 and 22 of proc(5)
    return None if state in "ZX" else ticks


def _started_by_ps(pid: int) -> str | None:
    command = [shutil.which("ps") or "/bin/ps", "-o", "stat=,lstart=", "-p", str(pid)]
    state, _, start = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().partition(" ")  # noqa: S603 - fixed
    return start.strip() or None if state[:1] not in ("", "Z") else None


def runs(pid: int | None, start: str | None) -> bool:
    """Whether the very process runs that was started with this id at this time."""
    return pid is not None and start is not None and started(pid) == start


def stop(pid: int, start: str, patience: float) -> None:
    """End a group's leader, gently for ``patience`` seconds, and then whatever is left of the group."""
    if not runs(pid, start):
        return
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while runs(pid, start) and time.monotonic() < deadline:
        time.sleep(0.02)
    _kill_group(pid)
    while runs(pid, start):
        time.sleep(0.02)
    _reap(pid)


def _kill_group(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # nobody is left; macOS says the second of a group of zombies
        return


def _reap(pid: int) -> None:
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:  # started by an earlier command: not our child
        return
