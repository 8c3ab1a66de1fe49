"""Python blocks in README.md and docs/ run as they stand there; what a block says that it prints, it prints.

What asks a stack (``LIST``) is run by tests/test_docs_commands.py; docs/extend by tests/test_docs_extend.py.
"""

from __future__ import annotations

import re

import pytest

from tests import consoles
from tests.commandline import ROOT

SPOKEN = "The port will reopen on Monday, Elena Koroleva said on Tuesday."
# What stands for the reader's own in the blocks.
GIVEN = {
    "data": (ROOT / "examples" / "grain-corridor.en.txt").read_bytes(),
    "text": f"{SPOKEN} It had been closed for eleven weeks.",
    "title": "Port Halden to reopen",
    "sentence": SPOKEN,
}
BLOCKS = [
    pytest.param(block, id=f"{consoles.name(page)}:{number}")
    for page in consoles.pages()
    for number, block in enumerate(consoles.blocks(page, "python"), 1)
    if "LIST" not in block
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_python_runs(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(block, dict(GIVEN))  # noqa: S102 - our own docs
    promised = re.findall(r"^# (.*)$", block, re.MULTILINE)
    printed = capsys.readouterr().out.splitlines()
    assert printed == promised if promised else printed or "print" not in block
