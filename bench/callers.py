"""Who is at the other end of a connection on this machine, as Linux tells it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path


def caller(port: int, parent: int | None) -> int | None:
    """Which child of ``parent`` talks from this port of the loopback address; None where none does."""
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    sockets = {f"socket:[{fields[9]}]" for line in lines if (fields := line.split())[1] == f"0100007F:{port:04X}"}
    return next((pid for pid in _children(parent) if sockets & set(_files(pid))), None)


def hung_up(connection: socket.socket) -> bool:
    """Whether the other end is closed, or dead."""
    try:
        return not connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


def _children(parent: int | None) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, task.read_text().split())
    return found


def _files(pid: int) -> Iterator[str]:
    with contextlib.suppress(OSError):
        for file in Path(f"/proc/{pid}/fd").iterdir():
            with contextlib.suppress(OSError):
                yield str(file.readlink())
