"""`claimwire up --set`: wrong names and forms are told before anything is started."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("Scale", "--set Scale: write it as NAME=VALUE, for example --set Scale=standard"),
        ("=large", "--set =large: write it as NAME=VALUE"),
        ("Scales=large", "unknown stack parameter Scales: there are AccessLogs, AlarmEmail, "),
    ],
)
def test_what_is_no_parameter_is_told(given: str, words: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimwire", "up", "--state", str(tmp_path / "cloud"), "--set", given]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, words in ended.stderr) == (2, True), ended.stderr
    assert not (tmp_path / "cloud").exists()
