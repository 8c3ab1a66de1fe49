"""The same wire copy under several keys: linked, and by setting announced once."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimwire import copies, job
from claimwire.models import Notice
from tests.doubles import article, digest
from tests.house import STORY, House


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def told(house: House) -> set[str]:
    """Keys of the notices that went out."""
    return {Path(key).stem for key in house.results.list("notices/")}


def once(house: House) -> House:
    house.job = dataclasses.replace(house.job, copies_once=True)
    return house


def test_copies_name_one_another(house: House) -> None:
    first, second = house.upload(key="a.txt"), house.upload(key="wire/b.txt")
    third = house.upload(STORY.replace(b" ", b"  "), "c.txt")
    other = house.upload(STORY + b" Nobody came.", "d.txt")
    assert first.same_as == other.same_as == ()
    assert second.same_as == (first.article_id,)
    assert third.same_as == tuple(sorted((first.article_id, second.article_id)))
    assert told(house) == {notice.id for notice in (first, second, third, other)}


def test_the_headline_does_not_count(house: House) -> None:
    notices = [
        house.upload(b"%s\n\n" % title + STORY, f"{number}.txt")
        for number, title in enumerate((b"The bridge opens", b"Porto: a bridge"))
    ]
    assert all(notice.title for notice in notices)
    assert notices[1].same_as == (notices[0].article_id,)


def test_a_copy_is_announced_once_where_the_stack_says_so(house: House) -> None:
    first, second = once(house).upload(key="a.txt"), house.upload(key="b.txt")
    assert told(house) == {first.id}
    assert house.get(second.urls["digest.json"]).status == 200  # its results are there all the same
    assert job.run(house.job, "b.txt").action == "repeated"
    assert job.run(house.job, "a.txt").action == "repeated"


def test_who_changes_is_no_copy_any_more_and_is_told_of(house: House) -> None:
    first = once(house).upload(key="a.txt")
    house.upload(key="b.txt")
    changed = house.upload(STORY + b" Nobody came.", "a.txt")
    assert changed.same_as == ()
    assert told(house) == {first.id, changed.id}
    third = house.upload(key="c.txt")  # the first with this text went, so this one speaks for it
    assert third.id in told(house)


def test_a_deleted_one_leaves_nothing_behind(house: House) -> None:
    once(house).upload(key="a.txt")
    house.sources.delete("a.txt")
    house.run("a.txt")
    assert list(house.results.list("index/")) == []
    assert house.upload(key="b.txt").id in told(house)


def test_of_many_at_once_one_is_first(house: House) -> None:
    made = [digest(article(STORY.decode()), key=f"{number}.txt") for number in range(12)]
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(lambda each: copies.link(house.results, each), made))
    assert sum(each.first for each in found) == 1
    again = [copies.link(house.results, each) for each in made]
    assert [each.first for each in again] == [each.first for each in found]
    assert all(len(each.others) == 11 for each in again)


def test_what_has_no_text_is_a_copy_of_nothing(house: House) -> None:
    notices: list[Notice] = [house.upload(b"", key) for key in ("a.txt", "b.txt")]
    assert [notice.same_as for notice in notices] == [(), ()]
    assert len(told(house)) == 2
