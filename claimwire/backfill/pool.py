"""Processes that work through a list: one that dies is replaced, and what it was at is done again."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Self

TRIES = 3
_SPAWN = multiprocessing.get_context("spawn")  # a fork would take half of the parent's threads and files along
Work = Callable[[str], Any]


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: str | None = None


@dataclass(frozen=True)
class Done:
    """``result`` is what the work returned; ``lost``: no worker lived through it."""

    task: str
    result: Any = None
    lost: bool = False


class Pool:
    """``make`` is called once in every process, and makes the work. Use it as a context: at its end, all processes are."""

    def __init__(self, make: Callable[[], Work], jobs: int) -> None:
        self._make, self._workers = make, [_hired(make) for _ in range(jobs)]
        self._stopping = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()

    def stop(self) -> None:
        """Begin nothing more; what is in work is finished."""
        self._stopping = True

    def run(self, tasks: Iterable[str]) -> Iterator[Done]:
        """Each task, as it ends."""
        left, tries = deque(tasks), dict[str, int]()
        while True:
            for worker in self._workers:
                if worker.task is None and left and not self._stopping:
                    self._give(worker, left, tries)
            busy = [worker for worker in self._workers if worker.task is not None]
            if not busy:
                return
            ready = wait([worker.pipe for worker in busy])
            for worker in busy:
                if worker.pipe in ready:
                    yield from self._taken(worker, left, tries)

    def _give(self, worker: _Worker, left: deque[str], tries: dict[str, int]) -> None:
        worker.task = left.popleft()
        tries[worker.task] = tries.get(worker.task, 0) + 1
        with suppress(BrokenPipeError):  # it died meanwhile: its pipe will say so
            worker.pipe.send(worker.task)

    def _taken(self, worker: _Worker, left: deque[str], tries: dict[str, int]) -> Iterator[Done]:
        """What a worker says; its silence is its death."""
        task, worker.task = worker.task or "", None
        try:
            yield Done(task, worker.pipe.recv())
        except (EOFError, ConnectionResetError):
            worker.process.join()
            worker.pipe.close()
            fresh = _hired(self._make)
            worker.process, worker.pipe = fresh.process, fresh.pipe
            if tries[task] < TRIES:
                left.appendleft(task)
            else:
                yield Done(task, lost=True)


def _hired(make: Callable[[], Work]) -> _Worker:
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_live, args=(make, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _live(make: Callable[[], Work], pipe: Connection) -> None:
    """A worker's life; it ends with its parent, and Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = make()
    while True:
        try:
            pipe.send(work(pipe.recv()))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
