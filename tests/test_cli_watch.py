"""``claimwire watch``: what appears, changes and goes; half-written files; restarts; Ctrl-C."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.structure import ROOT
from claimwire.commands.changes import Changes, Mark
from tests.test_cli import STORY

A, B = Path("a.txt"), Path("b.txt")
ONE: Mark = (10, 1, 7)
TWO: Mark = (20, 2, 7)


def test_a_file_is_due_once_it_came_to_rest() -> None:
    changes = Changes(settle=2)
    assert list(changes.due({A: ONE}, 0.0)) == []
    assert list(changes.due({A: TWO}, 1.5)) == [], "it grew: the wait begins anew"
    assert list(changes.due({A: TWO}, 3.0)) == []
    assert list(changes.due({A: TWO}, 3.5)) == [(A, TWO)]
    changes.acted(A, TWO)
    assert list(changes.due({A: TWO}, 99.0)) == []


def test_a_file_that_is_gone_for_an_instant_is_not_gone() -> None:
    changes = Changes(settle=2)
    changes.acted(A, ONE)
    assert list(changes.due({}, 0.0)) == []
    assert list(changes.due({A: ONE}, 1.0)) == []
    assert list(changes.due({}, 2.5)) == [], "the wait began anew"
    assert list(changes.due({}, 4.5)) == [(A, None)]
    changes.acted(A, None)
    assert list(changes.due({}, 9.0)) == []
    assert changes.known == []


def test_what_an_earlier_watcher_knew_is_looked_at_again() -> None:
    changes = Changes(known=[A, B], settle=0)
    assert list(changes.due({A: ONE}, 0.0)) == [(A, ONE), (B, None)]


def test_what_must_wait_is_due_again_later_or_when_it_changes() -> None:
    changes = Changes(settle=1)
    list(changes.due({A: ONE}, 0.0))
    assert list(changes.due({A: ONE}, 1.0)) == [(A, ONE)]
    changes.later(A, ONE, 31.0)
    assert list(changes.due({A: ONE}, 30.0)) == []
    assert list(changes.due({A: ONE}, 31.0)) == [(A, ONE)]
    assert list(changes.due({A: TWO}, 32.0)) == []
    assert list(changes.due({A: TWO}, 33.0)) == [(A, TWO)]


class Watching:
    """A watcher in a process of its own, and the lines that it prints."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def next(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._lines.get(timeout=120))
        return found

    def nothing_for(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self._lines.empty()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)


@contextmanager
def watching(folder: Path, *words: str) -> Iterator[Watching]:
    env = {**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "claimwire", "watch", "in", "--to", "en", "--json", "--every", "0.2", *words]
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - it sets a signal
    ) as process:  # fmt: skip
        try:
            yield Watching(process)
        finally:
            process.kill()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path


def test_a_day_in_a_watched_folder(desk: Path) -> None:
    story, folder = desk / "in" / "story.txt", desk / "in"
    story.write_text(STORY)
    with watching(desk) as watcher:
        first = watcher.next()
        assert (first["key"], first["action"], first["status"]) == ("in/story.txt", "done", "ready")
        assert (desk / first["folder"] / "digest.json").is_file()
        with (folder / "slow.txt").open("w") as slow:  # written in pieces, each sooner than the file could come to rest
            for line in STORY.splitlines(keepends=True):
                slow.write(line)
                slow.flush()
                time.sleep(0.7)
        told = watcher.next()
        assert told["key"] == "in/slow.txt"
        digest = json.loads((desk / told["folder"] / "digest.json").read_bytes())
        assert digest["source"]["size"] == len(STORY.encode()), "half a file was read"
        story.rename(folder / "renamed.txt")
        gone = {each["key"]: each["action"] for each in (watcher.next(), watcher.next())}
        assert gone == {"in/renamed.txt": "done", "in/story.txt": "deleted"}
        pointer = json.loads((desk / first["folder"]).parent.joinpath("latest.json").read_bytes())
        assert "digest.deleted" in json.dumps(pointer)
        (folder / "photo.jpg").write_bytes(b"\xff\xd8")
        (folder / "empty.txt").write_text("")
        refused = watcher.next()
        assert (refused["key"], refused["status"]) == ("in/empty.txt", "refused")
        assert watcher.nothing_for(3)
        watcher.process.send_signal(signal.SIGINT)
        assert watcher.process.wait(60) == 0


def test_what_is_no_article_is_said_once(desk: Path) -> None:
    (desk / "in" / "photo.jpg").write_bytes(b"\xff\xd8")
    env = {**os.environ, "HOME": str(desk), "XDG_CACHE_HOME": str(desk / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "claimwire", "watch", "in", "--to", "en", "--every", "0.1"]
    with subprocess.Popen(command, cwd=desk, env=env, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "claimwire-results/index.html; Ctrl-C" in process.stderr.readline()
        assert process.stderr.readline() == "passed over 1 by its ending: photo.jpg\n"
        (desk / "in" / "notes.bin").write_bytes(b"\xff")
        assert process.stderr.readline() == "passed over 1 by its ending: notes.bin\n"
        process.kill()


def test_a_restart_does_what_happened_meanwhile_and_nothing_twice(desk: Path) -> None:
    folder = desk / "in"
    for name in ("stays.txt", "changes.txt", "goes.txt"):
        (folder / name).write_text(f"{STORY}\n{name} is what the file is called.\n")

    def once() -> list[tuple[str, str]]:
        with watching(desk, "--once") as watcher:
            out, errors = watcher.process.wait(120), watcher.process.stderr
            assert (out, errors.read() if errors else "") == (0, "")
            time.sleep(0.2)
            lines = []
            while not watcher.nothing_for(0):
                lines.append(watcher.next())
            return [(line["key"], line["action"]) for line in lines]

    assert once() == [("in/changes.txt", "done"), ("in/goes.txt", "done"), ("in/stays.txt", "done")]
    (folder / "goes.txt").unlink()
    (folder / "changes.txt").write_text(STORY.replace("May", "June"))
    (folder / "comes.txt").write_text(STORY.replace("May", "July"))
    assert once() == [("in/changes.txt", "done"), ("in/comes.txt", "done"), ("in/goes.txt", "deleted")]
    assert once() == []


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(desk: Path) -> None:
    (desk / "in" / "story.txt").write_text(STORY)
    with watching(desk) as watcher:
        assert watcher.next()["action"] == "done"
        (desk / "in").rename(desk / "away")
        assert watcher.nothing_for(4), "nothing may be withdrawn because a folder is not mounted"
        watcher.process.send_signal(signal.SIGINT)
        assert watcher.process.wait(60) == 0
        assert watcher.process.stderr is not None
        assert "looked at again in 30 s" in watcher.process.stderr.read()


def test_what_is_no_folder_is_wrong_use(desk: Path) -> None:
    (desk / "in").rmdir()
    with watching(desk) as watcher:
        assert watcher.process.wait(60) == 2
        assert watcher.process.stderr is not None
        assert "in is no folder: name the one to watch" in watcher.process.stderr.read()
