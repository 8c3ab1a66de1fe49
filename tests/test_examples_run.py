"""The scripts in examples/, run as their first lines say; each is short, and typed as strictly as the package.

``subscribe_and_fetch.py`` runs in tests/test_live.py, where a cloud is up.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from claimwire.readers import read
from tests.commandline import ROOT

EXAMPLES = ROOT / "examples"
SCRIPTS = sorted(path.name for path in EXAMPLES.glob("*.py"))
STORY = EXAMPLES / "grain-corridor.en.html"


def run(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / script), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_short(script: str) -> None:
    assert len((EXAMPLES / script).read_text().splitlines()) < 60


def test_the_scripts_are_typed() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", *(f"examples/{script}" for script in SCRIPTS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout


def test_one_article_says_who_claims_what() -> None:
    done = run("one_article.py", str(STORY), "pt")
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "1. the Transport Ministry of Velmark (reported, says) at 185-394"
    assert lines[1].strip() == read(STORY.read_bytes(), STORY.name).text[185:394]
    assert lines[2].startswith("   pt: O porto de Halden")
    assert lines[-1].startswith("Caveat: (Disclaimer:")


def test_a_folder_becomes_a_table_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    for name in ("wire/flood-wall.pt.txt", "furniture-only.en.txt", "grain-corridor.en.txt"):
        (tmp_path / Path(name).name).write_bytes((EXAMPLES / name).read_bytes())
    done = run("folder_to_table.py", str(tmp_path), "pt")
    assert done.returncode == 0
    assert done.stderr.startswith("furniture-only.en.txt: ")
    assert len(done.stderr.splitlines()) == 1
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["article"] for row in table} == {"flood-wall.pt.txt", "grain-corridor.en.txt"}
    assert {(row["kind"], row["stance"]) for row in table} >= {("quoted", "says"), ("reported", "estimates")}
    for row in table:
        text = read((tmp_path / row["article"]).read_bytes(), row["article"]).text
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
        assert (row["translation"] == row["text"]) == (row["language"] == "pt")
        assert row["translation"]
