"""What the queue gave up: recorded, announced, cleared when it works after all."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from claimwire import failing, failures, job, layout, lease
from claimwire.again import Later, Patience
from claimwire.errors import Busy, TryLater
from claimwire.failing import Telling
from claimwire.models import Notice
from claimwire.task import Job
from claimwire.upload import Upload
from tests.test_job import KEY, World

NOW = 1_800_000_000.0
UPLOAD = Upload(bucket="articles", key=KEY, attempts=7, since=NOW - 3000)
ARTICLE = layout.article_id("articles", KEY)


@pytest.fixture
def world(tmp_path: Path) -> World:
    found = World(tmp_path)
    found.upload()
    return found


def desk(made: Job) -> Telling:
    return Telling(made.sources, made.results, made.topic, made.ledger, Patience(limit=3600))


def found(made: Job, upload: Upload = UPLOAD, reason: str = "", now: float = NOW) -> failures.Failure | Later | None:
    return failing.found(desk(made), upload, "m1", reason, now)


def tell(made: Job, message: str = "m1", reason: str = "") -> bool:
    """Whether it had to be told, as the function does."""
    failure = failing.found(desk(made), UPLOAD, message, reason, NOW)
    assert not isinstance(failure, Later)
    if failure:
        failing.tell(desk(made), failure)
    return failure is not None


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


def killed(made: Job, message: str = "m1", *, progress: bool = True) -> None:
    """Leave the ledger as a run of that message does that is killed, and its lease over."""
    holder = lease.holder(message, "run")
    made.ledger.lease(ARTICLE, "v", holder, -1)
    if progress:
        made.ledger.progressed(ARTICLE, "v", holder, 0)


def test_what_was_killed_after_progress_at_its_last_receive_is_sent_on_and_not_told(world: World) -> None:
    killed(world.job())
    later = found(world.job())
    assert isinstance(later, Later)
    assert (later.upload.attempts, later.upload.since, later.delay) == (0, UPLOAD.since, 0)
    assert "killed" in later.reason
    assert not world.notices()


def test_what_is_sent_on_so_is_as_old_as_it_was_and_told_in_the_end(world: World) -> None:
    killed(world.job())
    first = found(world.job(), Upload(bucket="articles", key=KEY))
    assert isinstance(first, Later)
    assert first.upload.since == NOW  # its age begins here
    told = found(world.job(), first.upload, now=NOW + 3601)
    assert isinstance(told, failures.Failure)
    assert told.reason.startswith("Given up after 1.0 hours of trying: the run before was killed")


def test_without_progress_or_where_a_run_said_why_nothing_is_sent_on(world: World) -> None:
    killed(world.job(), progress=False)
    assert isinstance(found(world.job()), failures.Failure)
    killed(world.job())
    told = found(world.job(), reason="Given up after 24.0 hours")
    assert isinstance(told, failures.Failure)
    assert told.reason == "Given up after 24.0 hours"


def test_what_another_messages_run_made_before_it_was_killed_does_not_send_this_one_on(world: World) -> None:
    killed(world.job(), "m2")
    assert isinstance(found(world.job()), failures.Failure)


def test_what_another_message_did_after_a_kill_is_not_sent_on(world: World) -> None:
    killed(world.job())
    job.run(world.job(), KEY)
    assert found(world.job()) is None


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
    failing.tell(desk(world.job()), stray)
    [kept] = failures.listed(world.out)
    assert (kept.key, kept.body) == ("", "no event")
    failures.clear(world.out, kept.id)
    assert not list(failures.listed(world.out))
