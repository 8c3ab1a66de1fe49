"""Processes that work through a list, and die at it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from claimwire.backfill.pool import TRIES, Done, Pool

TASKS = [str(number) for number in range(12)]


def worker(folder: str) -> Callable[[str], int]:
    """Writes down each try; dies of a ``deadly`` task always, and of a ``weak`` one the first time."""

    def work(task: str) -> int:
        tries = Path(folder, task)
        with tries.open("a") as file:
            file.write("x")
        if task.startswith("deadly") or (task.startswith("weak") and tries.read_text() == "x"):
            os.kill(os.getpid(), signal.SIGKILL)
        if task.startswith("slow"):
            time.sleep(0.3)
        return os.getpid()

    return work


def test_each_task_is_done_once_by_several_processes(tmp_path: Path) -> None:
    with Pool(partial(worker, str(tmp_path)), 2) as pool:
        done = list(pool.run(TASKS))
    assert sorted(one.task for one in done) == sorted(TASKS)
    assert {path.read_text() for path in tmp_path.iterdir()} == {"x"}
    assert os.getpid() not in {one.result for one in done}


def test_what_a_killed_worker_was_at_is_taken_up_again(tmp_path: Path) -> None:
    with Pool(partial(worker, str(tmp_path)), 2) as pool:
        done = list(pool.run([*TASKS, "weak"]))
    assert sorted(one.task for one in done) == sorted([*TASKS, "weak"])
    assert not any(one.lost for one in done)
    assert (tmp_path / "weak").read_text() == "xx"


def test_what_kills_every_worker_is_given_up_and_the_rest_is_done(tmp_path: Path) -> None:
    with Pool(partial(worker, str(tmp_path)), 1) as pool:
        done = list(pool.run(["deadly", *TASKS]))
    assert [one for one in done if one.lost] == [Done("deadly", lost=True)]
    assert len(done) == len(TASKS) + 1
    assert (tmp_path / "deadly").read_text() == "x" * TRIES


def test_a_stop_finishes_what_is_in_work_and_leaves_no_process(tmp_path: Path) -> None:
    with Pool(partial(worker, str(tmp_path)), 2) as pool:
        done = []
        for one in pool.run(["slow", "slow 2", *TASKS]):
            pool.stop()
            done.append(one)
    assert {one.task for one in done} <= {"slow", "slow 2", "0", "1"}
    assert len(done) == 2
    for one in done:
        assert not Path(f"/proc/{one.result}").exists()
