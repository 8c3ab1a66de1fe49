"""The ledger in SQLite: the contract, races between threads, and the lease as the job uses it."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from claimwire import job
from claimwire.errors import Busy, Killed
from claimwire.ledger import SqliteLedger
from claimwire.ports import Ledger
from claimwire.task import Job
from tests.ledgers import CONTRACT, Hands
from tests.test_job import KEY, World, digest_of


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


def test_who_died_is_followed_by_its_own_message_at_once_and_by_others_when_the_lease_ends(tmp_path: Path) -> None:
    world, clock = World(tmp_path), Hands()
    world.upload()
    ledger = SqliteLedger(tmp_path / "ledger.sqlite", clock)
    made = dataclasses.replace(world.job(), ledger=ledger, holder="message 1", seconds=lambda: 60.0)
    digest = digest_of(job.run(made, KEY))
    ledger.lease(digest.article_id, digest.version, "message 1", 60)  # as one leaves it who is killed
    world.out.delete(f"results/{digest.article_id}/latest.json")
    with pytest.raises(Busy):
        job.run(dataclasses.replace(made, holder="message 2"), KEY)
    assert job.run(made, KEY).action == "adopted"
    ledger.lease(digest.article_id, digest.version, "message 1", 60)
    world.out.delete(f"results/{digest.article_id}/latest.json")
    clock.at += 61
    assert job.run(dataclasses.replace(made, holder="message 2"), KEY).action == "adopted"


def killed_after_progress(world: World, made: Job) -> tuple[str, str]:
    """Leave the ledger as a run leaves it that is killed once a sentence is remembered."""
    digest = digest_of(job.run(made, KEY))
    made.ledger.lease(digest.article_id, digest.version, made.holder, 60)
    made.ledger.progressed(digest.article_id, digest.version, made.holder)
    world.out.delete(f"results/{digest.article_id}/latest.json")
    return digest.article_id, digest.version


def test_a_message_whose_run_was_killed_after_progress_is_sent_on_and_its_lease_is_free(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.upload()
    made = dataclasses.replace(world.job(), holder="message 1", seconds=lambda: 60.0)
    killed_after_progress(world, made)
    with pytest.raises(Killed, match="after some progress"):
        job.run(dataclasses.replace(made, retried=True), KEY)
    assert job.run(dataclasses.replace(made, holder="message 2"), KEY).action == "adopted"


def test_a_message_whose_run_was_killed_without_progress_goes_on_as_it_is(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.upload()
    made = dataclasses.replace(world.job(), holder="message 1", seconds=lambda: 60.0)
    version = killed_after_progress(world, made)
    again = dataclasses.replace(made, holder="message 2", retried=True)
    with pytest.raises(Busy):  # what another made is no business of this message
        job.run(again, KEY)
    made.ledger.lease(*version, "message 1", 60)
    assert job.run(dataclasses.replace(made, retried=True), KEY).action == "adopted"


def test_a_ledger_of_an_earlier_release_learns_of_progress(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    SqliteLedger(file)
    with closing(sqlite3.connect(file)) as database:
        database.execute("ALTER TABLE versions DROP COLUMN progress")
    ledger = SqliteLedger(file)
    ledger.lease("a", "v", "one", 60)
    ledger.progressed("a", "v", "one")
    assert ledger.account("a", "v").progress
