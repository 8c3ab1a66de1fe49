from __future__ import annotations

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from claimwire.errors import BadSetting, TryLater
from claimwire.models import HUMAN, Key, Translated
from claimwire.translators.memory import SqliteMemory


def key(text: str, engine: str = "firefox", target: str = "pt") -> Key:
    return Key(text=text, source="en", target=target, engine=engine)


ROW = Translated(text="Olá — “mundo” 🎉", engine="firefox", model="m", warnings=("a", "b"))


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "deep" / "memory.db")) as memory:
        memory.put({key("one"): ROW})
        assert memory.get([key("one"), key("two")]) == {key("one"): ROW}
        assert memory.get([]) == {}


def test_the_last_writer_wins(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        memory.put({key("one"): ROW})
        memory.put({key("one"): Translated(text="new")})
        assert memory.get([key("one")])[key("one")].text == "new"


def test_rows_outlive_the_process_that_wrote_them(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        memory.put({key("one"): ROW})
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        assert memory.get([key("one")]) == {key("one"): ROW}


def test_rows_expire_by_their_last_use(tmp_path: Path) -> None:
    days = ["2026-01-01"]
    with closing(SqliteMemory(tmp_path / "memory.db", today=lambda: days[0])) as memory:
        memory.put({key("used"): ROW, key("left"): ROW, key("left", HUMAN): ROW})
        days[0] = "2026-03-01"
        memory.get([key("used")])
        days[0] = "2026-03-20"
        assert memory.expire(days=30) == 1
        assert set(memory.get([key("used"), key("left"), key("left", HUMAN)])) == {key("used"), key("left", HUMAN)}
        assert memory.expire(days=30) == 0


def test_more_keys_than_sqlite_takes_parameters(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        memory.put({key(str(n)): ROW for n in range(40_000)})
        assert len(memory.get([key(str(n)) for n in range(0, 80_000, 2)])) == 20_000


def test_threads_share_one_memory(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory, ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: memory.put({key(str(n)): Translated(text=str(n))}), range(200)))
        found = list(pool.map(lambda n: memory.get([key(str(n))])[key(str(n))].text, range(200)))
    assert found == [str(n) for n in range(200)]


def work(path: Path, start: int) -> None:
    """Writes rows of its own and rows that others write too, reads, corrects, forgets."""
    with closing(SqliteMemory(path)) as memory:
        for n in range(start, start + 50):
            memory.put({key(str(n)): Translated(text=str(n)), key("shared"): ROW, key(f"gone {n}"): ROW})
            assert memory.get([key(str(n)), key("shared")]) == {
                key(str(n)): Translated(text=str(n)),
                key("shared"): ROW,
            }
            assert memory.forget([key(f"gone {n}").segment]) == 1
            memory.advance()


def test_processes_share_one_file_from_the_first_moment(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=work, args=(tmp_path / "memory.db", 50 * n)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * 4
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        assert len(memory.get([key(str(n)) for n in range(200)])) == 200
        assert sum(1 for _ in memory.rows()) == 201
        assert memory.epoch() == 200


def test_what_is_forgotten_is_not_left_in_the_file(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        memory.put({key("a secret sentence"): Translated(text="uma frase secreta")})
        memory.forget([key("a secret sentence").segment])
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"secret" not in left


def test_a_file_of_the_first_version_is_taken_over_without_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE segments (key TEXT PRIMARY KEY, row BLOB, used TEXT) WITHOUT ROWID")
        connection.execute("INSERT INTO segments VALUES ('k', '{}', '2026-01-01')")
        connection.execute("PRAGMA user_version = 1")
    for _ in range(2):
        with closing(SqliteMemory(path)) as memory:
            memory.put({key("one"): ROW})
            assert memory.get([key("one")]) == {key("one"): ROW}


def test_what_nobody_used_for_half_a_year_goes_by_itself(tmp_path: Path) -> None:
    for day, left in (("2026-01-01", 1), ("2026-06-30", 1), ("2026-07-01", 0)):
        with closing(SqliteMemory(tmp_path / "memory.db", today=lambda day=day: day)) as memory:  # type: ignore[misc]
            if day == "2026-01-01":
                memory.put({key("one"): ROW})
            assert sum(1 for _ in memory.rows()) == left


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    bad = Key(text="bad", source="en\ud800", target="pt", engine="firefox")
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        with pytest.raises(UnicodeEncodeError):
            memory.put({key("good"): ROW, bad: ROW})
        memory.put({key("later"): ROW})
        assert set(memory.get([key("good"), key("later")])) == {key("later")}


def test_a_file_that_is_no_memory_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(b"not a database, but long enough to be looked at" * 100)
    with pytest.raises(BadSetting, match=r"memory\.db.*delete it"):
        SqliteMemory(path)


def test_a_file_of_another_version_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(BadSetting, match="newer version of claimwire: update it"):
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
            memory.put({key("one"): ROW})
        other.rollback()
        memory.put({key("one"): ROW})
