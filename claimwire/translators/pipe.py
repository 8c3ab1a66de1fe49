"""Programs that stay and answer: what goes in ends in NUL, and so does what comes out."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from typing import IO

END = b"\0"


class Broken(Exception):
    """The programs ended, or did not answer in time. They are gone; the next question starts them anew."""


class Pipe:
    """Programs joined to a pipeline, started when first asked. May be shared by threads: one question at a time.

    Args:
        programs: each with its arguments, the first one reads.
        seconds: how long an answer may take, the start of the programs included.
        greeting: whether they say something, up to a NUL, once they are ready; it is read and dropped.
    """

    def __init__(self, programs: Sequence[Sequence[str]], seconds: float, *, greeting: bool = False) -> None:
        self._programs, self._seconds, self._greeting = programs, seconds, greeting
        self._lock = threading.Lock()
        self._owner = 0
        self._stop: Callable[[], object] = lambda: None

    def ask(self, question: bytes) -> bytes:
        """The answer to what has no NUL in it, without its end. Raises Broken."""
        with self._lock:
            end = time.monotonic() + self._seconds
            try:
                self._started(end)
                return self._exchange(question + END, end)
            except OSError as error:
                self.close()
                raise Broken(f"{self._programs[0][-1]}: {error}") from error
            except BaseException:  # an answer that comes after all would be taken for that of the next question
                self.close()
                raise

    def close(self) -> None:
        """End the programs. They may be asked again."""
        self._stop()
        self._owner = 0

    def _started(self, end: float) -> None:
        if self._owner == os.getpid():
            return
        processes = _start(self._programs)  # after a fork, the parent's own are left to it
        self._stop = weakref.finalize(self, _end, processes, os.getpid())
        self._to, self._from = _descriptor(processes[0].stdin), _descriptor(processes[-1].stdout)
        os.set_blocking(self._to, False)
        self._owner = os.getpid()
        if self._greeting:
            self._exchange(b"", end)

    def _exchange(self, question: bytes, end: float) -> bytes:
        answer, rest = bytearray(), memoryview(question)
        with selectors.DefaultSelector() as ready:
            ready.register(self._from, selectors.EVENT_READ)
            if rest:
                ready.register(self._to, selectors.EVENT_WRITE)
            while not answer.endswith(END):
                for key, _ in _wait(ready, end):
                    if key.fd == self._from:
                        answer += _read(self._from)
                    else:
                        rest = rest[os.write(self._to, rest) :]
                        if not rest:
                            ready.unregister(self._to)
        if rest:
            raise Broken("an answer came before the question was read")
        return bytes(answer[:-1])


def _wait(ready: selectors.BaseSelector, end: float) -> list[tuple[selectors.SelectorKey, int]]:
    found = ready.select(max(0.0, end - time.monotonic()))
    if not found:
        raise Broken("no answer in time")
    return found


def _read(descriptor: int) -> bytes:
    got = os.read(descriptor, 65536)
    if not got:
        raise Broken("the programs ended without an answer")
    return got


def _start(programs: Sequence[Sequence[str]]) -> list[subprocess.Popen[bytes]]:
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for program in programs:
            processes.append(_popen(program, processes[-1].stdout if processes else None))
            if len(processes) > 1:
                _close(processes[-2].stdout)  # the next program has it; else it would never see its end
    except OSError:
        _end(processes, os.getpid())
        raise
    return processes


def _popen(program: Sequence[str], before: IO[bytes] | None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - programs of ours, and those that a package installed
        program, stdin=before or subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
        start_new_session=True,  # what a script starts of its own ends with it
    )  # fmt: skip


def _end(processes: Sequence[subprocess.Popen[bytes]], owner: int) -> None:
    """Stop the programs; after a fork they are the parent's, and only our copies of the pipes go."""
    mine = owner == os.getpid()
    for process in processes:
        if mine:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        _close(process.stdin)
        _close(process.stdout)
        process.returncode = process.wait() if mine else 0


def _descriptor(stream: IO[bytes] | None) -> int:
    if stream is None:
        raise Broken("a program has no pipe")
    return stream.fileno()


def _close(stream: IO[bytes] | None) -> None:
    if stream:
        with contextlib.suppress(OSError):
            stream.close()
