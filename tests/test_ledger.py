"""The ledger in SQLite: the contract, races between threads, and the lease as the job uses it."""

from __future__ import annotations

import dataclasses
import itertools
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from claimwire import job, lease, making
from claimwire.errors import Busy, Killed
from claimwire.ledger import SqliteLedger
from claimwire.ports import Ledger
from claimwire.task import Job
from claimwire.translators.chain import Chain
from claimwire.translators.memory import SqliteMemory
from tests.ledgers import CONTRACT, Hands
from tests.test_job import KEY, TEXT, Counting, World, digest_of


@pytest.mark.parametrize("clause", CONTRACT, ids=lambda clause: clause.__name__)
def test_contract(clause: Callable[[Ledger, Hands], None], tmp_path: Path) -> None:
    clock = Hands()
    clause(SqliteLedger(tmp_path / "ledger.sqlite", clock), clock)


def test_of_sixteen_that_want_a_lease_one_gets_it(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "ledger.sqlite")
    with ThreadPoolExecutor(16) as pool:
        waits = list(pool.map(lambda number: ledger.lease("a", "v", f"holder {number}", 60), range(16)))
    assert waits.count(0.0) == 1
    assert all(0 <= wait <= 61 for wait in waits)
    assert ledger.account("a", "v").attempts == 1


def test_a_job_writes_down_attempts_and_what_it_paid(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.upload()
    made = dataclasses.replace(world.job(), holder="message 1")
    digest = digest_of(job.run(made, KEY))
    account = made.ledger.account(digest.article_id, digest.version)
    assert (account.attempts, account.holder) == (1, "")
    assert account.paid == made.chain.meter.total.total() > 0
    assert job.run(made, KEY).action == "repeated"
    assert made.ledger.account(digest.article_id, digest.version) == account


def test_a_second_worker_waits_and_then_finds_it_done(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.upload()
    first, second = (dataclasses.replace(world.job(), holder=name) for name in ("message 1", "message 2"))
    waits: list[float] = []

    def look(stage: str) -> None:
        if stage == "translate":
            with pytest.raises(Busy) as busy:
                job.run(second, KEY)
            waits.append(busy.value.seconds)

    assert job.run(dataclasses.replace(first, step=look, seconds=lambda: 60.0), KEY).action == "done"
    asked = world.engine.asked
    assert [0 < wait <= 65 for wait in waits] == [True]
    assert job.run(second, KEY).action == "repeated"
    assert world.engine.asked == asked


def test_who_died_is_followed_when_its_lease_ends_and_not_before(tmp_path: Path) -> None:
    world, clock = World(tmp_path), Hands()
    world.upload()
    ledger = SqliteLedger(tmp_path / "ledger.sqlite", clock)
    made = dataclasses.replace(world.job(), ledger=ledger, holder=lease.holder("1", "a"), seconds=lambda: 60.0)
    digest = digest_of(job.run(made, KEY))
    for again in (lease.holder("2", "b"), lease.holder("1", "b")):  # its own message too: its first run may still live
        ledger.lease(digest.article_id, digest.version, made.holder, 60)  # as one leaves it who is killed
        world.out.delete(f"results/{digest.article_id}/latest.json")
        with pytest.raises(Busy):
            job.run(dataclasses.replace(made, holder=again, retried=True), KEY)
        clock.at += 61
        assert job.run(dataclasses.replace(made, holder=again, retried=True), KEY).action == "adopted"


FIRST, AGAIN, OTHER = lease.holder("1", "a"), lease.holder("1", "b"), lease.holder("2", "c")


def killed(world: World, clock: Hands, *, progress: bool) -> Job:
    """The job of a world whose ledger is as a run leaves it that is killed, and its lease over."""
    world.upload()
    ledger = SqliteLedger(world.root / "ledger.sqlite", clock)
    made = dataclasses.replace(world.job(), ledger=ledger, holder=FIRST, seconds=lambda: 60.0)
    digest = digest_of(job.run(made, KEY))
    ledger.lease(digest.article_id, digest.version, FIRST, 60)
    if progress:
        ledger.progressed(digest.article_id, digest.version, FIRST, 0)
    world.out.delete(f"results/{digest.article_id}/latest.json")
    clock.at += 61
    return dataclasses.replace(made, holder=AGAIN, retried=True)


def test_a_message_whose_run_was_killed_after_progress_is_sent_on_and_its_lease_is_free(tmp_path: Path) -> None:
    made = killed(World(tmp_path), Hands(), progress=True)
    with pytest.raises(Killed, match="after some progress"):
        job.run(made, KEY)
    assert job.run(dataclasses.replace(made, holder=OTHER), KEY).action == "adopted"


def test_a_message_whose_run_was_killed_without_progress_goes_on_as_it_is(tmp_path: Path) -> None:
    assert job.run(killed(World(tmp_path), Hands(), progress=False), KEY).action == "adopted"


def test_what_another_messages_run_made_before_it_was_killed_is_no_business_of_this_one(tmp_path: Path) -> None:
    made = killed(World(tmp_path), Hands(), progress=True)
    assert job.run(dataclasses.replace(made, holder=OTHER), KEY).action == "adopted"


class Bookless(SqliteLedger):
    """A ledger that never hears of a run's end, as when it is killed; ``notes`` are what it heard before."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.notes: list[int] = []

    def progressed(self, article_id: str, version: str, holder: str, paid: int) -> None:
        self.notes.append(paid)
        super().progressed(article_id, version, holder, paid)

    def release(self, *_: object) -> None:
        raise KeyboardInterrupt


def test_what_a_killed_run_paid_is_written_down_but_for_its_last_seconds(tmp_path: Path) -> None:
    world, left = World(tmp_path), itertools.count(60, -2)  # two seconds a look at the clock
    world.upload(TEXT + "".join(f"\nThe port said on day {day} that pier {day} was shut.\n" for day in range(20)))
    memory, ledger = SqliteMemory(tmp_path / "memory.sqlite"), Bookless(tmp_path / "ledger.sqlite")
    chain = Chain([Counting()], memory)
    made = dataclasses.replace(world.job(), ledger=ledger, chain=chain, holder=FIRST, seconds=lambda: float(next(left)))
    with pytest.raises(KeyboardInterrupt):
        job.run(made, KEY)
    begun = making.begin(made, made.sources.stat(KEY) or pytest.fail("no source")).digest
    account = ledger.account(begun.article_id, begun.version)
    sentences = len(list(memory.rows()))
    assert (account.progress, account.paid) == (True, made.chain.meter.total.total())
    assert 3 <= len(ledger.notes) <= sentences / 3 + 1  # five seconds are three looks
    memory.close()


def test_a_ledger_of_an_earlier_release_learns_of_progress(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    SqliteLedger(file)
    with closing(sqlite3.connect(file)) as database:
        database.execute("ALTER TABLE versions DROP COLUMN progress")
    ledger = SqliteLedger(file)
    ledger.lease("a", "v", "one", 60)
    ledger.progressed("a", "v", "one", 0)
    assert ledger.account("a", "v").progress
