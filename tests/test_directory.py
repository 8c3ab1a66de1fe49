"""A folder behind the ports: the Store's contract, and what only a folder can get wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.directory import FolderStore, FolderTopic
from claimwire.errors import BadSetting, Conflict
from claimwire.ledger import SqliteLedger
from claimwire.models import Notice

NOTICE = Notice(id="n" * 32, event="digest.ready", article_id="a" * 32, version="b" * 32, key="a.txt", status="ready")


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "bucket")


def test_what_was_put_is_there(store: FolderStore) -> None:
    etag = store.put("in/a.txt", b"one", "text/plain")
    stat = store.stat("in/a.txt")
    assert stat is not None
    assert (stat.key, stat.size, stat.etag, stat.version) == ("in/a.txt", 3, etag, None)
    assert store.get("in/a.txt") == b"one"
    assert list(store.list("in/")) == ["in/a.txt"]


def test_a_listing_stays_inside_and_ends_anywhere_in_a_name(store: FolderStore) -> None:
    for key in ("in/a.txt", "in/ab.txt", "in/b/c.txt", "inside.txt"):
        store.put(key, b"one", "text/plain")
    assert list(store.list("in")) == ["in/a.txt", "in/ab.txt", "in/b/c.txt", "inside.txt"]
    assert list(store.list("in/a")) == ["in/a.txt", "in/ab.txt"]
    assert list(store.list("in/b/")) == ["in/b/c.txt"]
    store.root.with_name("other").mkdir()
    store.root.with_name("other").joinpath("x").write_bytes(b"")
    for outside in ("../other/", "/", f"{store.root.as_posix()}/in/", "in/../../other/"):
        assert list(store.list(outside)) == []


def test_a_folder_named_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for root in (Path(), Path("in"), Path("..", tmp_path.name, "up")):
        FolderStore(root).put("b/a.txt", b"one", "text/plain")
        assert "b/a.txt" in FolderStore(root).list("")
        assert list(FolderStore(root).list("b/")) == ["b/a.txt"]


def test_what_was_not_put_is_not(store: FolderStore) -> None:
    assert store.stat("a.txt") is None
    assert store.get("a.txt") is None
    assert list(store.list("")) == []
    store.delete("a.txt")


def test_a_folder_is_no_object(store: FolderStore) -> None:
    store.put("in/a.txt", b"one", "text/plain")
    assert store.get("in") is None
    assert store.stat("in") is None
    assert store.get("in/a.txt/b") is None
    store.delete("in")
    assert store.get("in/a.txt") == b"one"


def test_a_folder_keeps_no_versions(store: FolderStore) -> None:
    store.put("a.txt", b"one", "text/plain")
    assert store.get("a.txt", "v1") is None


def test_times_have_one_width_and_order(store: FolderStore) -> None:
    times = []
    for number in range(3):
        store.put("a.txt", b"%d" % number, "text/plain")
        stat = store.stat("a.txt")
        assert stat is not None
        times.append(stat.modified)
    assert times == sorted(times)
    assert {len(moment) for moment in times} == {len("2026-11-23T00:00:00.000000Z")}


def test_conditions(store: FolderStore) -> None:
    with pytest.raises(Conflict):
        store.put("a", b"1", "text/plain", if_match="0" * 32)
    first = store.put("a", b"1", "text/plain", if_none_match=True)
    with pytest.raises(Conflict):
        store.put("a", b"2", "text/plain", if_none_match=True)
    second = store.put("a", b"2", "text/plain", if_match=first)
    with pytest.raises(Conflict):
        store.put("a", b"3", "text/plain", if_match=first)
    assert store.get("a") == b"2"
    assert store.put("a", b"2", "text/plain", if_match=second) == second


def test_delete_takes_the_folders_that_it_leaves_empty_and_no_others(store: FolderStore) -> None:
    store.put("in/deep/a", b"1", "text/plain")
    store.put("in/b", b"1", "text/plain")
    store.delete("in/deep/a")
    assert not (store.root / "in" / "deep").exists()
    assert list(store.list("")) == ["in/b"]
    store.delete("in/b")
    assert store.root.is_dir()


@pytest.mark.parametrize(
    "key",
    [
        "",
        ".",
        "..",
        "/",
        "/etc/passwd",
        "../a",
        "a/../../b",
        "a/..",
        "a//b",
        "./a",
        "a/",
        "a/./b",
        "a\0b",
        ".lock",
        "//a",
    ],
)
@pytest.mark.parametrize("act", ["get", "stat", "delete", "put"])
def test_no_key_leads_out_of_the_folder_or_to_another_key_s_file(store: FolderStore, key: str, act: str) -> None:
    calls: dict[str, Callable[[], object]] = {
        "get": lambda: store.get(key),
        "stat": lambda: store.stat(key),
        "delete": lambda: store.delete(key),
        "put": lambda: store.put(key, b"x", "text/plain"),
    }
    with pytest.raises(BadSetting, match="is no key inside"):
        calls[act]()


@pytest.mark.parametrize(
    "key",
    [
        "two words.txt",
        "a+b.txt",
        "100%.txt",
        "%2e%2e/a",
        "über/Ä.txt",
        "💧/👩‍👩‍👧.txt",
        "a#b?c&d=e",
        "C++ (1).txt",
        "...",
        "a\\b",
        "日本/語",
        "-rf",
    ],
)
def test_keys_of_all_sorts(store: FolderStore, key: str) -> None:
    store.put(key, b"x", "text/plain")
    stat = store.stat(key)
    assert stat is not None
    assert stat.key == key
    assert store.get(key) == b"x"
    assert list(store.list("")) == [key]
    store.delete(key)
    assert list(store.list("")) == []


@given(keys=st.lists(st.text(st.sampled_from("ab./%+ é"), min_size=1, max_size=6), max_size=4, unique=True))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_two_keys_are_never_one_file(tmp_path_factory: pytest.TempPathFactory, keys: list[str]) -> None:
    store = FolderStore(tmp_path_factory.mktemp("bucket"))
    kept: dict[str, bytes] = {}
    for key in keys:
        try:
            store.put(key, key.encode(), "text/plain")
        except (BadSetting, OSError):  # no key, or a file where a folder would have to be
            continue
        kept[key] = key.encode()
    assert {key: store.get(key) for key in kept} == kept
    assert sorted(store.list("")) == sorted(kept)


def test_a_notice_published_twice_is_one_file(store: FolderStore) -> None:
    topic = FolderTopic(store)
    topic.publish(NOTICE)
    topic.publish(NOTICE)
    assert list(store.list("notices/")) == [f"notices/{NOTICE.id}.json"]


def test_the_ledger_remembers_between_processes(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.sqlite"
    assert not SqliteLedger(path).announced(NOTICE.article_id, NOTICE.version)
    SqliteLedger(path).mark_announced(NOTICE)
    SqliteLedger(path).mark_announced(NOTICE)
    assert SqliteLedger(path).announced(NOTICE.article_id, NOTICE.version)
    assert not SqliteLedger(path).announced(NOTICE.article_id, "c" * 32)
