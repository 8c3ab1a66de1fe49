"""No possessive repeat of a group: Python before 3.11.5, which Debian 12 has, takes too much with it where its last turn fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimwire

SOURCES = [path for kind in ("py", "toml") for path in sorted(Path(claimwire.__file__).parent.rglob(f"*.{kind}"))]
_GROUP = re.compile(r"(?<!\()\)(?:[*+?]|\{+\d*,?\d*\}+)\+|\w\}[*+?]\+")
"""A group's, or that of something filled in: the same is had by an atomic group, ``(?>(?:…)*)``. One character's are right."""


@pytest.mark.parametrize("slow", ["(?:a|b)*+", "(?:a|b){0,7}+", "(?:a|b){{0,7}}+", "{word}?+"])
def test_such_repeats_are_known(slow: str) -> None:
    assert _GROUP.search(slow)


def test_there_are_none() -> None:
    found = {path.name: _GROUP.findall(path.read_text("utf-8")) for path in SOURCES}
    assert {name: those for name, those in found.items() if those} == {}
