"""Workers killed by signal at every step of a job: ``python -m bench.kills [--times 20]``. Exit 1 where anything is lost, twice or early.

A child works on an article in a folder; each write, notice and mark is told to the parent, which kills it (SIGKILL) at one of them, or some
milliseconds later. The message is then delivered again, until a run ends.
"""

from __future__ import annotations

import argparse
import dataclasses
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from claimwire import job, layout, pointer, wiring
from claimwire.directory import FolderStore
from claimwire.models import Notice
from claimwire.settings import Settings
from claimwire.task import Job
from claimwire.translators.chain import Chain
from tests.doubles import Phrasebook
from tests.translators.servers.phrases import sentences

KEY = "wire/a.txt"
_TOLD = {"results": ("put", "delete"), "topic": ("publish",), "ledger": ("lease", "release", "mark_announced")}


class Telling:
    """An adapter that tells of each call that changes the world, before and after it."""

    def __init__(self, inner: object, names: tuple[str, ...], tell: Callable[[], None]) -> None:
        self._inner, self._names, self._tell = inner, names, tell

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the adapter has
        real = getattr(self._inner, name)
        if name not in self._names:
            return real

        def call(*args: object, **kwargs: object) -> object:
            self._tell()
            result = real(*args, **kwargs)
            self._tell()
            return result

        return call


def made(root: Path, tell: Callable[[], None] = lambda: None) -> Job:
    """The job of a world under ``root``, its adapters telling."""
    plain = wiring.folder_job(FolderStore(root / "in", "articles"), root / "out", Settings(targets=("pt",)))
    telling: dict[str, Any] = {name: Telling(getattr(plain, name), names, tell) for name, names in _TOLD.items()}
    return dataclasses.replace(plain, chain=Chain([Phrasebook()]), holder="message", **telling)


def work(root: Path, steps: Connection) -> None:
    """A child's life."""
    job.run(made(root, lambda: steps.send_bytes(b".")), KEY)
    os._exit(0)


def killed(root: Path, step: int, delay: float) -> bool:
    """Start a worker, kill it ``delay`` seconds after that step; whether it got so far."""
    reading, writing = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=work, args=(root, writing))
    child.start()
    writing.close()
    try:
        for _ in range(step + 1):
            reading.recv_bytes()
    except EOFError:
        return False
    else:
        time.sleep(delay)
        return True
    finally:
        if child.pid is not None and child.is_alive():
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        reading.close()


def wrong(root: Path) -> list[str]:
    """What is not as it must be after a kill, and then after the message came again."""
    before = [f"early: {fault}" for fault in _notices(root)]
    job.run(made(root), KEY)
    if job.run(made(root), KEY).action != "repeated":
        before.append("not done after it came again")
    after = _notices(root)
    files = list(FolderStore(root / "out").list("notices/"))
    return before + after + ([f"{len(files)} ids of notices"] if len(files) != 1 else [])


def _notices(root: Path) -> list[str]:
    """Notices whose results are not there."""
    out, found = FolderStore(root / "out"), []
    for key in out.list("notices/"):
        notice = msgspec.json.decode(out.get(key) or b"", type=Notice)
        current, _ = pointer.read(out, notice.article_id)
        files = [layout.file_key(notice.article_id, notice.version, file) for file in notice.urls]
        if current is None or current.version != notice.version or not all(out.stat(file) for file in files):
            found.append(f"a notice of {notice.version} without its results")
    return found


def trial(step: int, delay: float) -> tuple[bool, list[str]]:
    """One kill in a world of its own: whether it came in time, and what was wrong after it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        FolderStore(root / "in", "articles").put(KEY, "\n\n".join(sentences(4)).encode(), "text/plain")
        return killed(root, step, delay), wrong(root)


def main() -> int:
    """Kill at every step, so many times each; print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=20)
    asked, chance = parser.parse_args(), random.Random(6)  # noqa: S311 (moments, not secrets)
    step, kills, faults = 0, 0, list[str]()
    while True:
        trials = [trial(step, chance.uniform(0, 0.005)) for _ in range(asked.times)]
        if not any(reached for reached, _ in trials):
            break
        kills += sum(reached for reached, _ in trials)
        faults += [f"step {step}: {fault}" for _, found in trials for fault in found]
        step += 1
    print(f"{step} steps, {kills} kills, {len(faults)} faults")
    print("\n".join(faults) or "nothing lost, nothing early, one notice each")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
