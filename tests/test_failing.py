"""What the queue gave up: recorded, announced, cleared when it works after all."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from claimwire import failing, failures, job, layout
from claimwire.errors import Busy, TryLater
from claimwire.failing import FailedDesk
from claimwire.models import Notice
from claimwire.task import Job
from claimwire.upload import Upload
from tests.test_job import KEY, World

UPLOAD = Upload(bucket="articles", key=KEY, attempts=7, since=1_800_000_000.0)
ARTICLE = layout.article_id("articles", KEY)


@pytest.fixture
def world(tmp_path: Path) -> World:
    found = World(tmp_path)
    found.upload()
    return found


def desk(made: Job) -> FailedDesk:
    return FailedDesk(made.sources, made.results, made.topic, made.ledger)


def tell(made: Job, message: str = "m1", reason: str = "") -> bool:
    return failing.tell(desk(made), failing.of_upload(desk(made), UPLOAD, message, reason))


def test_a_failure_is_recorded_and_announced_with_its_reason(world: World) -> None:
    assert tell(world.job(), reason="Given up after 24.0 hours")
    [kept], [notice] = list(failures.listed(world.out)), world.notices()
    assert (kept.id, kept.key, kept.reason) == (ARTICLE, KEY, "Given up after 24.0 hours")
    assert (notice.event, notice.status, notice.reason, notice.key) == ("digest.failed", "failed", kept.reason, KEY)
    assert kept.body == '{"bucket":"articles","key":"wire/strike.txt"}'


def test_the_reason_is_what_the_last_run_said_or_that_it_said_nothing(world: World) -> None:
    made = world.job()
    tell(made)
    assert [one.reason for one in failures.listed(world.out)] == [failing.SILENT]
    made.ledger.note(ARTICLE, "ClientError: AccessDenied")
    tell(made)
    assert [one.reason for one in failures.listed(world.out)] == ["ClientError: AccessDenied"]


def test_a_repeat_carries_the_same_id_and_another_failure_another(world: World) -> None:
    tell(world.job())
    tell(world.job())
    assert len(world.notices()) == 1
    tell(world.job(), message="m2")
    assert len(world.notices()) == 2
    assert len(list(failures.listed(world.out))) == 1


def test_what_works_after_all_is_no_failure_any_more(world: World) -> None:
    tell(world.job())
    assert job.run(world.job(), KEY).action == "done"
    assert not list(failures.listed(world.out))


def test_what_was_done_meanwhile_is_not_told(world: World) -> None:
    job.run(world.job(), KEY)
    assert not tell(world.job())
    assert not list(failures.listed(world.out))


def test_nothing_is_told_while_a_run_of_the_article_lives(world: World) -> None:
    made = world.job()
    made.ledger.lease(ARTICLE, "v", "message/run", 60)
    with pytest.raises(Busy, match="in work"):
        tell(made)
    assert not list(failures.listed(world.out))
    assert not world.notices()
    made.ledger.release(ARTICLE, "v", "message/run", 0)
    assert tell(made)


def test_what_is_there_but_could_not_be_announced_is_told(world: World) -> None:
    class Silent:
        def publish(self, notice: Notice) -> None:
            raise TryLater("no topic")

    with pytest.raises(TryLater, match="no topic"):
        job.run(dataclasses.replace(world.job(), topic=Silent()), KEY)
    assert tell(world.job())


def test_what_is_gone_and_was_never_published_is_not_told(world: World) -> None:
    world.sources.delete(KEY)
    assert not tell(world.job())


def test_a_deletion_that_failed_is_told_until_it_is_done(world: World) -> None:
    job.run(world.job(), KEY)
    world.sources.delete(KEY)
    assert tell(world.job())
    assert job.run(world.job(), KEY).action == "deleted"
    assert not list(failures.listed(world.out))
    assert not tell(world.job())


def test_a_message_that_names_nothing_is_kept_as_it_came(world: World) -> None:
    stray = failures.of_body("no event", "m1", "not an S3 event")
    assert failing.tell(desk(world.job()), stray)
    [kept] = failures.listed(world.out)
    assert (kept.key, kept.body) == ("", "no event")
    failures.clear(world.out, kept.id)
    assert not list(failures.listed(world.out))
