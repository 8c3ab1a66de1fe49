from __future__ import annotations

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from claimwire.errors import BadSetting, TryLater
from claimwire.models import Translated
from claimwire.translators.memory import SqliteMemory

ROW = Translated(text="Olá — “mundo” 🎉", engine="firefox", model="m", warnings=("a", "b"))


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "deep" / "memory.db")) as memory:
        memory.put({"one": ROW})
        assert memory.get(["one", "two"]) == {"one": ROW}
        assert memory.get([]) == {}


def test_the_last_writer_wins(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        memory.put({"one": ROW})
        memory.put({"one": Translated(text="new")})
        assert memory.get(["one"])["one"].text == "new"


def test_rows_outlive_the_process_that_wrote_them(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        memory.put({"one": ROW})
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        assert memory.get(["one"]) == {"one": ROW}


def test_rows_expire_by_their_last_use(tmp_path: Path) -> None:
    days = ["2026-01-01"]
    with closing(SqliteMemory(tmp_path / "memory.db", today=lambda: days[0])) as memory:
        memory.put({"used": ROW, "left": ROW})
        days[0] = "2026-03-01"
        memory.get(["used"])
        days[0] = "2026-03-20"
        assert memory.expire(days=30) == 1
        assert set(memory.get(["used", "left"])) == {"used"}
        assert memory.expire(days=30) == 0


def test_more_keys_than_sqlite_takes_parameters(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        memory.put({str(n): ROW for n in range(40_000)})
        assert len(memory.get([str(n) for n in range(0, 80_000, 2)])) == 20_000


def test_threads_share_one_memory(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory, ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: memory.put({str(n): Translated(text=str(n))}), range(200)))
        found = list(pool.map(lambda n: memory.get([str(n)])[str(n)].text, range(200)))
    assert found == [str(n) for n in range(200)]


def write(path: Path, start: int) -> None:
    with closing(SqliteMemory(path)) as memory:
        for n in range(start, start + 50):
            memory.put({str(n): Translated(text=str(n))})


def test_processes_share_one_file_from_the_first_moment(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write, args=(tmp_path / "memory.db", 50 * n)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        assert len(memory.get([str(n) for n in range(200)])) == 200


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        with pytest.raises(UnicodeEncodeError):
            memory.put({"good": ROW, "bad\ud800": ROW})
        memory.put({"later": ROW})
        assert set(memory.get(["good", "later"])) == {"later"}


def test_a_file_that_is_no_memory_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(b"not a database, but long enough to be looked at" * 100)
    with pytest.raises(BadSetting, match=r"memory\.db.*delete it"):
        SqliteMemory(path)


def test_a_file_of_another_version_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(BadSetting, match="another version"):
        SqliteMemory(path)


@pytest.mark.parametrize("path", ["", "file/memory.db"])
def test_a_place_where_no_file_can_be(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadSetting, match="name another file"):
        SqliteMemory(tmp_path / path)


def test_a_file_that_another_process_holds_is_tried_later(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with closing(SqliteMemory(path, patience=0.1)) as memory, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TryLater, match="locked"):
            memory.put({"one": ROW})
        other.rollback()
        memory.put({"one": ROW})
