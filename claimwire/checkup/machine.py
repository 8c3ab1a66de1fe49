"""This machine: Python, packages, disk, translation memory."""

from __future__ import annotations

import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib import metadata
from pathlib import Path

from claimwire.extras import install
from claimwire.findings import Finding, fail, ok, warn
from claimwire.version import __version__

_OLDEST = (3, 11)
_LITTLE, _NONE = 1_000_000_000, 100_000_000  # bytes: models are 60 MB a pair, a local cloud and its builds 500 MB
EXTRAS = {
    "offline": "the engine firefox with its models for English and Portuguese",
    "formats": "PDF and RTF",
    "local": "claimwire up",
    "detect": "a detector more",
    "webhook": "receiving notices over HTTPS",
}
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_MARKER = re.compile(r"extra == [\"']([a-z]+)[\"']")


def python() -> Iterator[Finding]:
    """Its version."""
    says = f"claimwire {__version__} on Python {sys.version.split()[0]}"
    if sys.version_info >= _OLDEST:
        yield ok("python", says)
    else:
        yield fail("python", says, "install Python 3.11 or later")


def extras() -> Iterator[Finding]:
    """Which optional parts are installed."""
    lacking: dict[str, list[str]] = {extra: [] for extra in EXTRAS}
    for line in metadata.requires("claimwire") or ():
        name, marker = _NAME.match(line), _MARKER.search(line)
        if name and marker and marker[1] in lacking and not _installed(name[0]):
            lacking[marker[1]].append(name[0])
    for extra, packages in lacking.items():
        if packages:
            says = f"without {extra} ({EXTRAS[extra]}): {', '.join(packages)} not installed"
            yield warn("extras", says, install(extra))
        else:
            yield ok("extras", f"{extra}: {EXTRAS[extra]}")


def disk(*folders: Path) -> Iterator[Finding]:
    """Room where results, models and the memory go."""
    for folder in folders:
        there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.is_dir())
        free = shutil.disk_usage(there).free
        says = f"{free / 1e9:.1f} GB free at {there}"
        if free < _NONE:
            yield fail("disk", says, f"make room at {there}")
        else:
            yield warn("disk", says, f"make room at {there}") if free < _LITTLE else ok("disk", says)


def memory(file: Path) -> Iterator[Finding]:
    """Whether the translation memory can be read and is whole."""
    if not file.exists():
        yield ok("memory", f"none yet; the first run makes {file}")
        return
    aside = f"mv {file} {file}.broken (a new one is made; corrections in it are lost, unless exported)"
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            state = opened.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        yield fail("memory", f"{file}: {error}", aside)
        return
    size = f"{file}, {file.stat().st_size / 1e6:.1f} MB"
    yield ok("memory", size) if state == "ok" else fail("memory", f"{file}: {state}", aside)


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True
