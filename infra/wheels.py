"""Which wheels fit Lambda, told by the tags in their names (PEP 425, PEP 600)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

GLIBC = (2, 34)  # of Amazon Linux 2023
_LEGACY = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}
_PLATFORM = re.compile(r"(manylinux1|manylinux2010|manylinux2014|manylinux_(\d+)_(\d+))_(.+)")


def misfits(names: Iterable[str], python: str, machine: str) -> list[str]:
    """The file names of wheels that do not run on this Python ("3.12") on this machine ("aarch64")."""
    return [name for name in names if not any(fits(tag, python, machine) for tag in parse_wheel_filename(name)[3])]


def fits(tag: Tag, python: str, machine: str) -> bool:
    """Whether one tag of a wheel is met."""
    return _interpreted(tag, python) and (tag.platform == "any" or _built(tag.platform, machine))


def _interpreted(tag: Tag, python: str) -> bool:
    major, _, minor = python.partition(".")
    if tag.interpreter.startswith("py"):
        return tag.interpreter in (f"py{major}", f"py{major}{minor}") and tag.abi == "none"
    number = re.fullmatch(rf"cp{major}(\d+)", tag.interpreter)
    if number is None:
        return False
    return int(number[1]) <= int(minor) if tag.abi == "abi3" else tag.interpreter == f"cp{major}{minor}"


def _built(platform: str, machine: str) -> bool:
    match = _PLATFORM.fullmatch(platform)
    if match is None or match[4] != machine:
        return False
    glibc = _LEGACY.get(match[1]) or (int(match[2]), int(match[3]))
    return glibc <= GLIBC
