"""What follows where an attempt did not end: later, given up, or a crash; and long articles over several runs."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from claimwire import again, layout, making
from claimwire.again import GivenUp, Later, Patience
from claimwire.errors import TryLater
from claimwire.task import Job, Outcome
from claimwire.translators.chain import Chain
from claimwire.translators.memory import SqliteMemory
from claimwire.translators.patience import Clock
from claimwire.upload import Upload
from tests.test_job import KEY, TEXT, Counting, World

PATIENCE = Patience(first=30, longest=900, limit=3600)
UPLOAD = Upload(bucket="articles", key=KEY)
NOW = 1_800_000_000.0


class Down(Counting):
    """An engine that fails as it is told."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        raise self._error


@pytest.fixture
def world(tmp_path: Path) -> World:
    found = World(tmp_path)
    found.upload()
    return found


def down(world: World, error: Exception) -> Job:
    return dataclasses.replace(world.job(), chain=Chain([Down(error)]))


def later(ended: Outcome | Later | GivenUp) -> Later:
    assert isinstance(ended, Later)
    return ended


def test_a_job_that_ends_is_over(world: World) -> None:
    ended = again.attempt(world.job(), UPLOAD, PATIENCE, NOW)
    assert isinstance(ended, Outcome)
    assert ended.action == "done"


def test_an_engine_that_is_down_is_asked_after_a_growing_delay_until_a_limit(world: World) -> None:
    upload, now, delays = UPLOAD, NOW, []
    made = down(world, TryLater("the engine is down"))
    while not isinstance(ended := again.attempt(made, upload, PATIENCE, now, chance=lambda: 1.0), GivenUp):
        upload, now = later(ended).upload, now + later(ended).delay
        delays.append(later(ended).delay)
    assert delays == [30, 60, 120, 240, 480, 900, 900, 900]
    assert (upload.attempts, upload.since) == (8, NOW)
    assert "the engine is down" in ended.reason
    assert "1.0 hours" in ended.reason
    assert not world.snapshot()


def test_many_that_failed_together_do_not_return_together(world: World) -> None:
    made = down(world, TryLater("down"))
    delays = {
        later(again.attempt(made, UPLOAD, PATIENCE, NOW, chance=lambda share=share: share)).delay  # type: ignore[misc]
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    }
    assert (min(delays), max(delays), len(delays)) == (24, 30, 5)


def test_what_waits_for_another_does_so_until_the_same_limit(world: World) -> None:
    made = dataclasses.replace(world.job(), holder="message/run")
    begun = making.begin(made, made.sources.stat(KEY) or pytest.fail("no source")).digest
    made.ledger.lease(begun.article_id, begun.version, "other/run", 10_000)
    ended = later(again.attempt(made, UPLOAD, PATIENCE, NOW, chance=lambda: 1.0))
    assert (ended.delay, ended.upload.attempts, ended.upload.since) == (30, 1, NOW)
    assert isinstance(again.attempt(made, ended.upload, PATIENCE, NOW + 3601), GivenUp)


def test_what_breaks_without_progress_rises_and_leaves_a_note(world: World) -> None:
    made = down(world, RuntimeError("a bug"))
    with pytest.raises(RuntimeError, match="a bug"):
        again.attempt(made, UPLOAD, PATIENCE, NOW)
    assert made.ledger.noted(layout.article_id("articles", KEY)) == "RuntimeError: a bug"


def test_a_stores_error_that_may_pass_is_no_crash(world: World) -> None:
    ended = again.attempt(down(world, RuntimeError("slow down")), UPLOAD, PATIENCE, NOW, lambda _: True)
    assert later(ended).reason == "slow down"


class Breaking(Counting):
    """Breaks at its third call."""

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        if self.asked >= 2:
            self.asked = 0
            raise RuntimeError("a bug")
        return super().translate(segments, source, target)


def test_a_crash_after_progress_begins_anew_at_once_but_no_younger(world: World, tmp_path: Path) -> None:
    memory = SqliteMemory(tmp_path / "memory.sqlite")
    made = dataclasses.replace(world.job(), chain=Chain([Breaking()], memory))
    tried = msgspec.structs.replace(UPLOAD, attempts=4, since=NOW - 3000)
    ended = later(again.attempt(made, tried, PATIENCE, NOW))
    assert (ended.upload.attempts, ended.upload.since, ended.delay) == (0, NOW - 3000, 0)
    anew = dataclasses.replace(made, chain=Chain([Breaking()]))  # remembers nothing: it would break so for ever
    too_old = again.attempt(anew, ended.upload, PATIENCE, NOW + 700)
    assert isinstance(too_old, GivenUp)
    memory.close()


class Ticking(Counting):
    """An engine that takes a second of the clock's time for each request."""

    def __init__(self, time: Iterator[float]) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._time = time

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        next(self._time)
        self.texts += segments
        return super().translate(segments, source, target)


def test_an_article_too_long_for_one_run_ends_after_several_and_pays_for_nothing_twice(tmp_path: Path) -> None:
    world, ticks = World(tmp_path), itertools.count(1)
    world.upload(
        TEXT + "".join(f"\nThe port said on day {number} that work went on at pier {number}.\n" for number in range(60))
    )
    at = [0]

    def ticking() -> Iterator[float]:
        for tick in ticks:
            at[0] = tick
            yield float(tick)

    engine, memory = Ticking(ticking()), SqliteMemory(tmp_path / "memory.sqlite")
    chain = Chain([engine], memory, Clock(now=lambda: float(at[0]), sleep=lambda _: None))
    runs, upload = 0, UPLOAD
    while True:
        end = at[0] + 10
        made = dataclasses.replace(world.job(), chain=chain, holder="m", seconds=lambda end=end: end - at[0])  # type: ignore[misc]
        ended = again.attempt(made, upload, PATIENCE, NOW)
        runs += 1
        if isinstance(ended, Outcome):
            break
        assert (later(ended).delay, later(ended).upload.attempts) == (0, 0)
        assert "out of time" in later(ended).reason
        upload = later(ended).upload
    assert runs >= 6
    assert ended.digest is not None
    assert len(engine.texts) == len(set(engine.texts)) >= 60
    account = made.ledger.account(ended.digest.article_id, ended.digest.version)
    assert (account.attempts, account.paid) == (runs, sum(map(len, engine.texts)))
    assert {segment and segment.engine for segment in ended.digest.translations[0].segments} == {"counting"}
    assert len(world.notices()) == 1
    memory.close()
