"""What a backfill finds left to do, how far it is, and the lists that it is given."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import msgspec
import pytest

from claimwire import job, pointer
from claimwire.backfill import keys as lists
from claimwire.backfill.batch import Counts, Item, counted, items
from claimwire.backfill.pending import Archive, state_of
from claimwire.backfill.progress import WINDOW, Look, Pace
from claimwire.errors import BadSetting
from tests.house import House


def archive(house: House, epoch: int = 0) -> Archive:
    return Archive(house.sources, house.results, house.job.ledger, epoch)


def test_done_is_what_was_announced_in_its_present_state_and_epoch(tmp_path: Path) -> None:
    house = House(tmp_path)
    assert state_of(archive(house), "a.txt") == "gone"
    house.sources.put("a.txt", b"Ana Lima said the bridge would open in May.\n", "text/plain")
    assert state_of(archive(house), "a.txt") == "left"
    house.run()
    assert state_of(archive(house), "a.txt") == "done"
    assert state_of(archive(house), "a.txt", again=True) == "left"
    assert state_of(archive(house, epoch=1), "a.txt") == "left"
    house.sources.put("a.txt", b"Ana Lima said the bridge would open in June.\n", "text/plain")
    assert state_of(archive(house), "a.txt") == "left"


def test_a_refused_article_is_done(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.upload(b"")
    assert state_of(archive(house), "a.txt") == "done"


def test_what_is_current_but_not_announced_is_left(tmp_path: Path) -> None:
    house = House(tmp_path)
    notice = house.upload()
    house.job.ledger.mark_announced(msgspec.structs.replace(notice, id="of another event"))
    assert pointer.read(house.results, notice.article_id)[0] is not None
    assert state_of(archive(house), "a.txt") == "left"
    assert job.run(house.job, "a.txt").action == "adopted"
    assert state_of(archive(house), "a.txt") == "done"


@pytest.mark.parametrize("key", ["wire/", "wire/.DS_Store", "a/._b.txt", "folder_$folder$"])
def test_what_is_no_article_is_passed_over(tmp_path: Path, key: str) -> None:
    assert state_of(archive(House(tmp_path)), key, again=True) == "passed over"


def test_a_batch_and_an_item_alone() -> None:
    batch = {"Items": [{"key": "a b.txt", "again": True}, {"key": "ü.txt"}], "told": {"wait": 7}}
    assert items(batch) == [Item("a b.txt", again=True), Item("ü.txt")]
    assert items({"key": "a.txt", "again": False, "told": {"wait": 5}}) == [Item("a.txt")]


@pytest.mark.parametrize("event", [{}, {"Items": "a"}, {"Items": [{"key": 3}]}, {"Items": [{}]}, {"key": None}])
def test_a_batch_that_is_none_says_what_one_is(event: dict[str, object]) -> None:
    with pytest.raises(BadSetting, match='"Items"'):
        items(event)


def test_counts_add_up() -> None:
    told = counted(["left", "done", "done", "gone", "passed over"])
    assert told == Counts(found=5, sent=1, done=2, gone=1, passed_over=1)
    assert told + told == Counts(found=10, sent=2, done=4, gone=2, passed_over=2)
    assert msgspec.convert(msgspec.to_builtins(told), Counts) == told


def look(at: float, listed: int, waiting: int = 0, *, running: bool = True) -> Look:
    return Look(at=at, total=100, listed=listed, waiting=waiting, running=running)


def test_rate_and_time_left_count_what_is_finished_not_what_is_listed() -> None:
    pace = Pace()
    pace.take(look(0, 0))
    assert (pace.rate(), pace.left()) == (0.0, None)
    pace.take(look(10, 60, 40))
    assert (pace.rate(), pace.left()) == (2.0, 40.0)


def test_the_rate_forgets_what_was_passed_over_at_the_start() -> None:
    pace = Pace()
    for at, listed in ((0.0, 0), (1.0, 80), (WINDOW + 1, 85), (WINDOW + 6, 90)):
        pace.take(look(at, listed))
    assert pace.rate() == 1.0


def test_it_is_over_when_nothing_is_listed_and_nothing_waits() -> None:
    assert not look(0, 100, 1, running=False).over
    assert not look(0, 100, 0).over
    assert look(0, 100, 0, running=False).over
    assert look(0, 3, 9).finished == 0


def inventory(**changes: object) -> bytes:
    told = {
        "sourceBucket": "articles",
        "destinationBucket": "arn:aws:s3:::inventories",
        "fileFormat": "CSV",
        "fileSchema": "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size",
        "files": [{"key": "data/1.csv.gz", "size": 3}],
    }
    return json.dumps(told | changes).encode()


def rows(*written: tuple[str, str, str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(
        ("articles", key, "v", latest, marker, "7") for key, latest, marker in written
    )
    return gzip.compress(text.getvalue().encode())


def test_an_inventory_names_what_is_there_now_with_its_keys_decoded_once() -> None:
    told = lists.manifest(inventory())
    assert told is not None
    assert (told.bucket, told.source_bucket) == ("inventories", "articles")
    written = rows(("wire/a+b%2B1.txt", "true", "false"), ("old.txt", "false", "false"), ("gone.txt", "true", "true"))
    assert list(lists.of_inventory(told, {"data/1.csv.gz": written}.get)) == ["wire/a b+1.txt"]


def test_an_inventory_that_cannot_be_read_says_why() -> None:
    parquet = lists.manifest(inventory(fileFormat="Parquet"))
    missing = lists.manifest(inventory())
    assert parquet is not None
    assert missing is not None
    with pytest.raises(BadSetting, match="as CSV"):
        list(lists.of_inventory(parquet, dict[str, bytes]().get))
    with pytest.raises(BadSetting, match=r"s3://inventories/data/1.csv.gz"):
        list(lists.of_inventory(missing, dict[str, bytes]().get))


def test_a_list_of_keys_is_no_manifest() -> None:
    assert lists.manifest(b"wire/a.txt\n") is None
    assert list(lists.of_lines("wire/a b.txt\n\nü.txt\n")) == ["wire/a b.txt", "ü.txt"]
    assert lists.as_items(["ü\n.txt"]) == b'{"Key":"\xc3\xbc\\n.txt"}\n'
