"""A refused key ends the job and leaves no result: with the right one, the same article is translated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimwire import job, wiring
from claimwire.directory import FolderStore
from claimwire.errors import BadSetting
from claimwire.models import Digest
from claimwire.settings import Settings
from tests.translators.servers import libre
from tests.translators.servers.phrases import sentences
from tests.translators.servers.serving import serving

ARTICLE = " ".join(sentences(8))


def runner(folder: Path, url: str, target: str) -> Callable[[str], Digest | None]:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(ARTICLE)
    wanted = Settings(targets=(target,), engine="libre")

    def run(key: str) -> Digest | None:
        env = {"CLAIMWIRE_LIBRE_URL": url, "CLAIMWIRE_LIBRE_KEY": key}
        made = wiring.folder_job(FolderStore(folder / "in"), folder / "out", wanted, folder / "memory", env=env)
        return job.run(made, "a.txt").digest

    return run


def test_a_mended_key_gets_the_result(tmp_path: Path) -> None:
    with serving(libre.speak) as server:
        run = runner(tmp_path, server.url, "pt")
        with pytest.raises(BadSetting, match="CLAIMWIRE_LIBRE_KEY"):
            run("wrong")
        digest = run(libre.KEY)
    assert digest is not None
    assert [one.status for one in digest.translations] == ["ready"]


def test_a_language_that_nobody_has_is_a_result(tmp_path: Path) -> None:
    with serving(libre.speak) as server:
        digest = runner(tmp_path, server.url, "ja")(libre.KEY)
    assert digest is not None
    assert [one.status for one in digest.translations] == ["unavailable"]
