"""An archive in a folder, done by ``claimwire backfill``, broken off twice by SIGKILL, and what must stand at the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec

from bench.storm_cloud import Switch
from claimwire import layout
from claimwire.directory import FolderStore
from claimwire.models import Notice
from claimwire.pointer import read
from tests.translators.servers import libre
from tests.translators.servers.phrases import sentences
from tests.translators.servers.serving import serving

Tell = Callable[[str], None]
_ENGINE = ("--engine", "libre", "--any-cost", "--to", "pt")


class Bench:
    """A folder ``in`` with articles, and a command that fills ``out``."""

    def __init__(self, root: Path, articles: int, jobs: int, engine: str) -> None:
        self._root, self._jobs, self.articles = root, jobs, articles
        settings = {
            "CLAIMWIRE_LIBRE_URL": engine,
            "CLAIMWIRE_LIBRE_KEY": libre.KEY,
            "XDG_CACHE_HOME": str(root / "cache"),
        }
        self._env, lines = {**os.environ, **settings}, iter(sentences(articles * 2))
        for number in range(articles):
            path = root / "in" / str(number % 7) / f"a b+{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{next(lines)}\n\n{next(lines)}")

    def begin(self) -> subprocess.Popen[str]:
        """The command, at work in a group of processes of its own."""
        options = ["backfill", "in", *_ENGINE, "--out", "out", "--jobs", str(self._jobs)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        command = [sys.executable, "-m", "claimwire", *options]
        return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
            command, cwd=self._root, env=self._env, text=True, start_new_session=True, **pipes
        )

    def noticed(self) -> list[Notice]:
        """Every notice that was written."""
        store = FolderStore(self._root / "out")
        return [msgspec.json.decode(store.get(key) or b"", type=Notice) for key in store.list("notices/")]

    def until(self, count: int, patience: float = 3600.0) -> None:
        """Wait until so many are announced."""
        deadline, there = time.monotonic() + patience, self._root / "out" / "notices"
        while not there.is_dir() or sum(1 for _ in os.scandir(there)) < count:
            if time.monotonic() > deadline:
                raise TimeoutError(f"no {count} articles within {patience:.0f} s")
            time.sleep(0.05)

    def faults(self) -> list[str]:
        """What is not as it must be; empty where each was done once."""
        out, ids = FolderStore(self._root / "out"), Counter(notice.key for notice in self.noticed())
        digests = Counter(key.split("/")[1] for key in out.list("results/") if key.endswith(f"/{layout.DIGEST}"))
        keys = [f"in/{number % 7}/a b+{number}.txt" for number in range(self.articles)]
        wrong = [f"{key}: {ids[key]} notices" for key in keys if ids[key] != 1]
        for key in keys:
            name = layout.article_id("file", key)
            current, _ = read(out, name)
            if digests[name] != 1 or current is None or current.event != "digest.ready":
                wrong.append(f"{key}: {digests[name]} digests, {current and current.event}")
        return wrong


def workers(command: subprocess.Popen[str]) -> list[int]:
    """Its children."""
    listed = Path(f"/proc/{command.pid}/task").glob("*/children")
    return [int(pid) for each in listed for pid in each.read_text().split()]


def crashed(here: Bench, tell: Tell) -> list[str]:
    """Run it; at a third its workers are killed, at two thirds all of it; then twice more. What the last two said."""
    first = here.begin()
    here.until(here.articles // 3)
    killed = [pid for pid in workers(first) if _killed(pid)]
    tell(f"first crash: {len(killed)} workers killed")
    here.until(here.articles * 2 // 3)
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    tell("second crash: the command killed with its workers")
    return [here.begin().communicate()[0] for _ in range(2)]


def _killed(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def run(root: Path, articles: int, jobs: int, switch: Switch, tell: Tell) -> tuple[list[str], list[str]]:
    """What the last two runs said, and what is wrong."""
    with serving(switch) as engine:
        here = Bench(root, articles, jobs, engine.url)
        said = crashed(here, tell)
        return said, here.faults()
