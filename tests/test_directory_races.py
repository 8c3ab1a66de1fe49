"""A folder behind the ports, with sixteen threads at it at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimwire.directory import FolderStore
from claimwire.errors import Conflict
from claimwire.ledger import SqliteLedger
from tests.test_directory import NOTICE

THREADS = 16


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "bucket")


def outcomes(act: Callable[[int], str]) -> list[str]:
    """What each of 16 threads comes to that start at once."""
    gate = threading.Barrier(THREADS)

    def one(number: int) -> str:
        gate.wait()
        try:
            return act(number)
        except Conflict:
            return "conflict"

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


def test_of_sixteen_that_create_one_wins(store: FolderStore) -> None:
    found = outcomes(lambda number: store.put("deep/er/a", b"%d" % number, "text/plain", if_none_match=True))
    assert found.count("conflict") == THREADS - 1
    (winner,) = (number for number, outcome in enumerate(found) if outcome != "conflict")
    assert store.get("deep/er/a") == b"%d" % winner


def test_of_sixteen_that_replace_one_wins(store: FolderStore) -> None:
    etag = store.put("a", b"before", "text/plain")
    found = outcomes(lambda number: store.put("a", b"%d" % number, "text/plain", if_match=etag))
    assert found.count("conflict") == THREADS - 1


def test_sixteen_that_write_delete_and_list_do_not_trip_over_one_another(store: FolderStore) -> None:
    def act(number: int) -> str:
        for turn in range(10):
            store.put(f"in/{turn}/{number % 3}", b"x", "text/plain")
            list(store.list("in/"))
            store.stat(f"in/{turn}/{number % 2}")
            store.delete(f"in/{turn}/{number % 4}")
        return "done"

    assert outcomes(act) == ["done"] * THREADS
    assert not any(".tmp" in key for key in store.list(""))


def test_a_reader_never_sees_half_a_write(store: FolderStore) -> None:
    store.put("a", b"0" * 100_000, "text/plain")

    def act(number: int) -> str:
        for _ in range(10):
            if number % 2:
                store.put("a", b"%d" % (number % 10) * 100_000, "text/plain")
            data = store.get("a") or b""
            assert len(data) == 100_000
            assert len(set(data)) == 1
        return "done"

    assert outcomes(act) == ["done"] * THREADS


def test_sixteen_mark_at_once(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "ledger.sqlite")

    def act(number: int) -> str:
        ledger.mark_announced(NOTICE)
        return ledger.announced(NOTICE.article_id, NOTICE.version)

    assert outcomes(act) == [NOTICE.id] * THREADS
