"""Versions, markers, expiry and legal holds, on a bucket that keeps versions."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from claimwire import deletion, job, layout
from claimwire.models import Digest
from claimwire.task import Job
from tests.test_job import KEY, TEXT, CrashError, World, crashing, digest_of
from tests.versioned import Versioned

FIRST, SECOND = TEXT.encode(), TEXT.replace("1,200", "1,400").encode()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def bucket() -> Versioned:
    return Versioned()


@pytest.fixture
def made(world: World, bucket: Versioned) -> Job:
    return dataclasses.replace(world.job(), sources=bucket)  # type: ignore[arg-type]  # what a job asks of it


def processed(made: Job) -> Digest:
    return digest_of(job.run(made, KEY))


def folders(world: World, article: str) -> set[str]:
    prefix = layout.folder(article)
    return {key.removeprefix(prefix).split("/")[0] for key in world.out.list(prefix)} - {"latest.json"}


def test_a_repeat_of_a_done_version_does_not_fetch_the_object(made: Job, bucket: Versioned) -> None:
    bucket.put(KEY, FIRST)
    processed(made)
    assert (bucket.fetched, job.run(made, KEY).action, bucket.fetched) == (1, "repeated", 1)


def test_equal_bytes_uploaded_again_are_a_version_of_their_own(world: World, made: Job, bucket: Versioned) -> None:
    bucket.put(KEY, FIRST)
    first = processed(made)
    bucket.put(KEY, FIRST)
    second = processed(made)
    assert first.version != second.version
    assert folders(world, first.article_id) == {first.version, second.version}


def test_deleting_an_old_version_removes_its_results_alone(world: World, made: Job, bucket: Versioned) -> None:
    old = bucket.put(KEY, FIRST)
    processed(made)
    bucket.put(KEY, SECOND)
    current, before = processed(made), world.notices()
    bucket.erase(KEY, old)
    assert job.run(made, KEY, old).action == "repeated"
    assert folders(world, current.article_id) == {current.version}
    assert (world.current() or current).version == current.version
    assert world.notices() == before


def test_deleting_the_current_version_makes_the_one_before_current_again(
    world: World, made: Job, bucket: Versioned
) -> None:
    bucket.put(KEY, FIRST)
    first = processed(made)
    newer = bucket.put(KEY, SECOND)
    processed(made)
    asked = world.engine.asked
    bucket.erase(KEY, newer)
    outcome = job.run(made, KEY, newer)
    pointer = world.current()
    assert pointer is not None
    assert (outcome.action, pointer.version, pointer.event) == ("adopted", first.version, "digest.updated")
    assert outcome.notice is not None
    assert outcome.notice.event == "digest.updated"
    assert folders(world, first.article_id) == {first.version}
    assert set(world.out.list("index/")) == set(pointer.index)
    assert world.engine.asked == asked
    assert job.run(made, KEY, newer).action == "repeated"


def test_a_crash_while_a_version_is_removed_leaves_nothing_behind_after_a_repeat(tmp_path: Path) -> None:
    moments = 0
    while True:
        world, bucket = World(tmp_path / str(moments)), Versioned()
        made = dataclasses.replace(world.job(), sources=bucket)  # type: ignore[arg-type]
        bucket.put(KEY, FIRST)
        first = processed(made)
        newer = bucket.put(KEY, SECOND)
        processed(made)
        bucket.erase(KEY, newer)
        try:
            job.run(crashing(made, moments), KEY, newer)
        except CrashError:
            job.run(made, KEY, newer)
        else:
            break
        pointer = world.current()
        assert pointer is not None
        assert pointer.version == first.version
        assert folders(world, first.article_id) == {first.version}
        assert set(world.out.list("index/")) == set(pointer.index)
        assert [notice.event for notice in world.notices() if notice.version == first.version] in (
            ["digest.ready", "digest.updated"],
            ["digest.updated", "digest.ready"],
        )
        moments += 1
    assert moments > 20


def test_a_delete_marker_buries_and_its_removal_brings_back(world: World, made: Job, bucket: Versioned) -> None:
    bucket.put(KEY, FIRST)
    first = processed(made)
    marker = bucket.put(KEY, None)
    assert job.run(made, KEY).action == "deleted"
    assert folders(world, first.article_id) == set()
    bucket.erase(KEY, marker)
    outcome = job.run(made, KEY, marker)
    pointer = world.current()
    assert pointer is not None
    assert (outcome.action, pointer.version) == ("done", first.version)


def test_the_last_version_deleted_for_good_is_a_deletion(world: World, made: Job, bucket: Versioned) -> None:
    only = bucket.put(KEY, FIRST)
    first = processed(made)
    bucket.erase(KEY, only)
    outcome = job.run(made, KEY, only)
    assert outcome.action == "deleted"
    assert outcome.notice is not None
    assert outcome.notice.version == first.version
    assert (folders(world, first.article_id), list(world.out.list("index/"))) == (set(), [])
    assert job.run(made, KEY, only).action == "repeated"


def test_events_of_old_versions_in_any_order_change_nothing(world: World, made: Job, bucket: Versioned) -> None:
    old = bucket.put(KEY, FIRST)
    bucket.erase(KEY, old)
    bucket.put(KEY, SECOND)
    current = processed(made)
    before = world.snapshot()
    for removed in (old, "", "never there", old):
        assert job.run(made, KEY, removed).action == "repeated"
    assert world.snapshot() == before
    assert folders(world, current.article_id) == {current.version}


def test_a_legal_hold_keeps_the_files_and_withdraws_them(world: World, made: Job, bucket: Versioned) -> None:
    held = bucket.put(KEY, FIRST)
    bucket.held_ids.add(held)
    first = processed(made)
    bucket.put(KEY, None)
    outcome = job.run(made, KEY)
    pointer = world.current()
    assert pointer is not None
    assert outcome.notice is not None
    assert (outcome.action, outcome.notice.reason, pointer.version) == ("deleted", deletion.HELD, None)
    assert folders(world, first.article_id) == {first.version}
    assert not list(world.out.list("index/"))
    bucket.held_ids.clear()
    assert job.run(made, KEY).action == "repeated"
    assert folders(world, first.article_id) == set()
