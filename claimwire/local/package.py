"""The code of this machine as one zip: our own, and what is installed beside it.

What is installed is what was tested, needs no network, and fits this interpreter, under which the local cloud runs it too.
Dependencies change seldom and take seconds; our own code changes often and takes none: so they are zipped apart, and joined.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from claimwire.errors import BadSetting
from claimwire.local import archive, rules
from claimwire.local.checkout import Checkout
from claimwire.local.state import Say, silent

if TYPE_CHECKING:
    from packaging.requirements import Requirement  # an extra: whoever runs without a local cloud has it not

KEPT = 3


def host(checkout: Checkout, say: Say = silent) -> Path:
    """The zip for this machine, built where its inputs changed.

    Raises:
        BadSetting: a package that the functions need is not installed.
    """
    checkout.builds.mkdir(exist_ok=True)
    with FileLock(checkout.builds / "host.lock"):
        dependencies = _dependencies(checkout, say)
        return joined(checkout, dependencies, "host", compiler=sys.executable, level=1)


def _dependencies(checkout: Checkout, say: Say) -> Path:
    installed = closure(name for name in needed(checkout) if name.name not in rules.load().leave)
    versions = [f"{name}=={found.version}" for name, found in sorted(installed.items())]
    key = archive.digest({}, rules.text(), sys.version.encode(), *(version.encode() for version in versions))

    def fill(folder: Path) -> None:
        say("packing the functions' dependencies (once for each change of them)")
        for found in installed.values():
            archive.copy(_files(found), folder)
        archive.compile_modules(folder, sys.executable)

    return cached(checkout.builds / f"host-dependencies-{key}.zip", fill, level=1)


def joined(checkout: Checkout, dependencies: Path, kind: str, *, compiler: str | None, level: int = 9) -> Path:
    """The dependencies' zip with our own code put to it."""
    found = archive.under(checkout.root, ("claimwire", "functions"))
    own = {name: path for name, path in found.items() if rules.load().wants_own(name)}
    key = archive.digest(own, dependencies.name.encode())

    def fill(folder: Path) -> None:
        archive.copy(own, folder)
        if compiler is not None:
            archive.compile_modules(folder, compiler)

    return cached(checkout.builds / f"{kind}-{key}.zip", fill, dependencies, level=level)


def cached(target: Path, fill: Callable[[Path], None], base: Path | None = None, *, level: int = 9) -> Path:
    """A zip of what ``fill`` puts into a folder, unless it is there."""
    if not target.is_file():
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder))
            archive.write(Path(folder), target, base, level=level)
        _forget_oldest(target)
    return target


def _forget_oldest(newest: Path) -> None:
    """Keep the last few zips of a kind: another command may be reading the one before."""
    kind = newest.name.rpartition("-")[0]
    same = sorted(newest.parent.glob(f"{kind}-{'[0-9a-f]' * 16}.zip"), key=lambda path: path.stat().st_mtime)
    for old in same[:-KEPT]:
        old.unlink(missing_ok=True)


def needed(checkout: Checkout) -> list[Requirement]:
    """What the requirement files of the functions name."""
    lines = (line.partition("#")[0].strip() for path in checkout.requirements for line in path.read_text().splitlines())
    return _parsed(line for line in lines if line)


def closure(wanted: Iterable[Requirement]) -> dict[str, metadata.Distribution]:
    """The installed distributions that satisfy requirements, with all that those require, by name."""
    found: dict[str, metadata.Distribution] = {}
    seen: set[str] = set()
    left = list(wanted)
    while left:
        requirement = left.pop()
        if str(requirement) in seen or requirement.name in rules.load().leave:
            continue
        seen.add(str(requirement))
        distribution = _installed(requirement.name)
        found[distribution.name.lower().replace("_", "-")] = distribution
        left += [further for further in _parsed(distribution.requires or ()) if _applies(further, requirement.extras)]
    return found


def _parsed(lines: Iterable[str]) -> list[Requirement]:
    from packaging.requirements import Requirement

    return [Requirement(line) for line in lines]


def _applies(requirement: Requirement, extras: set[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def _installed(name: str) -> metadata.Distribution:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError as error:
        raise BadSetting(f"{name} is not installed: run `pip install -e .[offline,local]` in the checkout") from error


def _files(distribution: metadata.Distribution) -> dict[str, Path]:
    paths = {path.as_posix(): Path(str(path.locate())) for path in distribution.files or ()}
    wanted = rules.load().wants
    return {name: path for name, path in paths.items() if not name.startswith("..") and wanted(name) and path.is_file()}
