"""Without the extra ``formats`` an article in one of its formats is refused with what to install."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest

from bench.structure import ROOT
from tests.office import pdf

READ = """
import sys
sys.modules["pypdf"] = sys.modules["striprtf"] = None  # as if it were not installed
from claimwire.errors import Refused
from claimwire.readers import read
try:
    read(sys.stdin.buffer.read(), "a")
except Refused as refusal:
    print(refusal)
"""


@pytest.mark.parametrize(("data", "kind"), [(pdf([["He said so."]]), "PDF"), (b"{\\rtf1 He said so.}", "RTF")])
def test_the_refusal_says_what_to_install(data: bytes, kind: str) -> None:
    run = subprocess.run([sys.executable, "-c", READ], input=data, capture_output=True, check=True)
    said = run.stdout.decode()
    assert said.startswith(f"{kind} files are not read by this installation")
    assert "pip install 'claimwire[formats]'" in said


def test_the_extra_is_what_the_hint_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = project["tool"]["setuptools"]["dynamic"]["optional-dependencies"]
    wanted = (ROOT / extras["formats"]["file"][0]).read_text()
    assert {line.partition(">")[0] for line in wanted.splitlines()} == {"pypdf", "striprtf"}
