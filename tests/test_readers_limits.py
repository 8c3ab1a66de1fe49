"""Hostile files, each in a process of its own with its peak of memory: an article or a refusal, in seconds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile import FILES

SECONDS = 5
MEGABYTES = 512
READ = """
import re, sys, time
from pathlib import Path
from claimwire.errors import Refused
from claimwire.readers import read
data, name = Path(sys.argv[1]).read_bytes(), sys.argv[2]
start = time.process_time()
try:
    outcome = read(data, name).format
except Refused as refusal:
    outcome = f"refused: {refusal}"
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(round(time.process_time() - start, 2), int(peak[1]) // 1024, outcome)
"""


@pytest.mark.parametrize(("name", "make"), FILES.items(), ids=FILES)
def test_hostile_files_cost_seconds_and_little_memory(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(make())
    run = [sys.executable, "-c", READ, str(path), name.partition(" ")[0]]
    ended = subprocess.run(run, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]
    seconds, megabytes, outcome = ended.stdout.split(maxsplit=2)
    assert float(seconds) <= SECONDS, outcome
    assert int(megabytes) <= MEGABYTES, outcome
