"""One article's links revoked: a mark that the door looks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimwire import layout, revocation
from claimwire.directory import FolderStore
from claimwire.errors import BadSetting

ONE, OTHER = "a" * 32, "b" * 32


def test_marks_are_set_listed_and_taken_back(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    assert revocation.revoked(store) == frozenset()
    revocation.revoke(store, ONE)
    revocation.revoke(store, ONE)
    revocation.revoke(store, OTHER)
    assert revocation.revoked(store) == {ONE, OTHER}
    assert revocation.restore(store, ONE)
    assert not revocation.restore(store, ONE)
    assert revocation.revoked(store) == {OTHER}


@pytest.mark.parametrize("article", ["", "latest", "A" * 32, "../" + "a" * 29, "a" * 33])
def test_what_is_no_article_is_refused(tmp_path: Path, article: str) -> None:
    for do in (revocation.revoke, revocation.restore):
        with pytest.raises(BadSetting, match="32 hexadecimal digits"):
            do(FolderStore(tmp_path), article)


def test_a_mark_lies_outside_of_what_a_deletion_removes() -> None:
    assert not layout.revocation_key(ONE).startswith((layout.folder(ONE), "index/"))
