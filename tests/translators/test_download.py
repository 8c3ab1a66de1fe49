"""The library's download, in a process of its own, against a server of the test: it reads its environment in Rust.

The address of the files themselves is fixed in the library, so what is tested is all up to them: the list, the check of what is there
against the list's hashes, the failure of the service.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from claimwire.translators import weights
from tests.translators.pages import serving
from tests.translators.test_firefox import into

RUN = """
import sys
from pathlib import Path
from claimwire.errors import TryLater
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
engine = Firefox(Path(sys.argv[1]), installed=False, download="yes")
try:
    print(engine.supports("en", "pt-BR"), engine.supports("en", "es"))
    print(Chain([engine]).translate(["Good morning, Mr President."], "en", "pt-BR")[0].text)
except Exception as error:
    print(type(error).__name__, error)
"""


def records(pair: Path) -> str:
    """A list as Mozilla's Remote Settings gives it. Version 3 is what the library reads."""
    kinds = {"model": "model", "lex": "lex", "vocab": "vocab"}
    rows = [
        {
            "name": path.name,
            "fileType": kinds[path.name.split(".")[0]],
            "sourceLanguage": "en",
            "targetLanguage": "pt",
            "version": "3.0",
            "decompressedHash": hashlib.sha256(path.read_bytes()).hexdigest(),
            "attachment": {
                "location": f"none/{path.name}",
                "hash": "",
                "size": 1,
                "filename": path.name,
                "mimetype": "",
            },
        }
        for path in sorted(pair.iterdir())
    ]
    return msgspec.json.encode({"data": rows}).decode()


def run(models: Path, url: str) -> str:
    environment = {**os.environ, "FXTRANSLATE_RECORDS_URL": url, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", RUN, str(models)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_the_list_is_read_and_what_is_there_is_used(tmp_path: Path) -> None:
    body = records(into(tmp_path))
    with serving(lambda handler, _: handler.send(200, body)) as server:
        assert run(tmp_path, f"{server.url}?sl=&tl=&q=").splitlines() == ["True False", "Bom dia, Senhor Presidente."]


def test_what_the_list_does_not_know_still_serves_from_disk(tmp_path: Path) -> None:
    into(tmp_path)
    with serving(lambda handler, _: handler.send(500, "no")) as server:
        assert run(tmp_path, f"{server.url}?sl=&tl=&q=").splitlines() == ["True False", "Bom dia, Senhor Presidente."]


@pytest.mark.parametrize("body", ["", "[]", '{"data": "none"}'])
def test_a_broken_list_offers_nothing(tmp_path: Path, body: str) -> None:
    with serving(lambda handler, _: handler.send(200, body)) as server:
        answer = run(tmp_path, f"{server.url}?sl=&tl=&q=")
    assert answer.startswith("False False\nBadSetting no engine in use (firefox) translates")


def test_nothing_of_the_manifest_is_needed_to_read_a_cache(tmp_path: Path) -> None:
    into(tmp_path)
    found = weights.cached(tmp_path, "en", "pt-BR")
    assert found
    assert found.known == {}
