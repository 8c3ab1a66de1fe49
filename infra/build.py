"""Build the functions' code for AWS from the lock: ``python -m infra.build [x86_64] [arm64]``.

The result is .build/aws-<architecture>.zip: wheels for python3.12 chosen by platform tag, whatever this machine is, and our
own code. boto3 is left out, the runtime has it. Where python3.12 is at hand, modules are compiled, which saves a cold start
their compilation; else the zip holds sources alone.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from filelock import FileLock
from packaging.requirements import Requirement

from claimwire.local import archive, checkout, package, rules
from claimwire.local.checkout import Checkout
from infra import wheels

PYTHON = "3.12"
ARCHITECTURES = {"x86_64": "x86_64", "arm64": "aarch64"}  # Lambda's names, and those of wheels
_TAGS = (
    "manylinux_2_34",
    "manylinux_2_28",
    "manylinux_2_27",
    "manylinux_2_24",
    "manylinux_2_17",
    "manylinux2014",
)  # glibc 2.34
_MARKERS = {
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.0",
    "sys_platform": "linux",
    "platform_system": "Linux",
}


def build(house: Checkout, architecture: str, limit: int = archive.UNZIPPED_LIMIT) -> Path:
    """The zip for one architecture, built where its inputs changed.

    Raises:
        SystemExit: pip could not do it, or the result is too large for Lambda.
    """
    house.builds.mkdir(exist_ok=True)
    with FileLock(house.builds / f"aws-{architecture}.lock"):
        compiler = interpreter()
        dependencies = _dependencies(house, architecture, compiler)
        zipped = package.joined(house, dependencies, f"aws-{architecture}", compiler=compiler)
        shutil.copyfile(zipped, house.builds / f"aws-{architecture}.zip")  # the name that serverless.yml knows
    size = archive.unzipped(zipped)
    if size > limit:
        raise SystemExit(f"{zipped.name} has {size:,} bytes unzipped; Lambda takes {limit:,}")
    return zipped


def interpreter() -> str | None:
    """A Python of the version that the functions run on, to compile for it; None where there is none."""
    if ".".join(map(str, sys.version_info[:2])) == PYTHON:
        return sys.executable
    found = shutil.which(f"python{PYTHON}")
    if found is None:
        return None
    runs = subprocess.run([found, "-c", ""], capture_output=True, check=False)  # noqa: S603 - version managers leave shims that fail
    return None if runs.returncode else found


def _dependencies(house: Checkout, architecture: str, compiler: str | None) -> Path:
    lock = "\n".join(pins(house.lock))
    wanted = [requirement for requirement in package.needed(house) if requirement.name not in _left()]
    named = "\n".join(sorted(map(str, wanted)))
    key = archive.digest({}, rules.text(), lock.encode(), named.encode(), str(compiler is not None).encode())

    def fill(folder: Path) -> None:
        weights = rules.load().weights
        with tempfile.TemporaryDirectory() as temporary:
            pip = _Pip(Path(temporary), lock)
            pip.build_sources(rules.load().sources)
            pip.choose(ARCHITECTURES[architecture], [str(one) for one in wanted if one.name not in weights])
            pip.choose("x86_64", [str(one) for one in wanted if one.name in weights], "--no-deps")
            pip.check(ARCHITECTURES[architecture])
            pip.unpack(folder)
        if compiler is not None:
            archive.compile_modules(folder, compiler)

    return package.cached(house.builds / f"aws-{architecture}-dependencies-{key}.zip", fill)


def _left() -> frozenset[str]:
    return frozenset((*rules.load().leave, *rules.load().runtime))


def pins(lock: Path) -> list[str]:
    """The lock's exact versions that hold on Lambda, whatever this machine is."""
    found = (Requirement(line) for line in lock.read_text().splitlines() if line and not line.startswith("#"))
    return [f"{one.name}{one.specifier}" for one in found if one.marker is None or one.marker.evaluate(dict(_MARKERS))]


class _Pip:
    """pip, held to the lock, with what it builds kept in one folder."""

    def __init__(self, folder: Path, lock: str) -> None:
        self.built, self.chosen = folder / "built", folder / "chosen"
        self.constraints = folder / "constraints.txt"
        self.constraints.write_text(lock)

    def build_sources(self, names: tuple[str, ...]) -> None:
        """Make wheels of what is published as source only; they are pure, so any machine's do."""
        self._run("wheel", "--no-deps", "--wheel-dir", str(self.built), *names)

    def choose(self, machine: str, requirements: list[str], *options: str) -> None:
        """Fetch wheels for Lambda on one machine type."""
        platforms = [option for tag in _TAGS for option in ("--platform", f"{tag}_{machine}")]
        choice = ["--only-binary", ":all:", "--implementation", "cp", "--python-version", PYTHON, *platforms]
        folders = ["--dest", str(self.chosen), "--find-links", str(self.built)]
        self._run("download", *folders, *choice, *options, *requirements)

    def check(self, machine: str) -> None:
        """Refuse what does not run there, by the wheels' tags; of some packages, data alone is used."""
        named = (wheel.name for wheel in self.chosen.glob("*.whl"))
        code = (name for name in named if name.partition("-")[0].replace("_", "-") not in rules.load().weights)
        wrong = wheels.misfits(sorted(code), PYTHON, machine)
        if wrong:
            raise SystemExit(f"no wheel for {machine} and Python {PYTHON}: {', '.join(wrong)}")

    def unpack(self, folder: Path) -> None:
        """Lay out what the rules want of every wheel."""
        for wheel in sorted(self.chosen.glob("*.whl")):
            if wheel.name.partition("-")[0] in rules.load().leave:  # required by name alone
                continue
            with zipfile.ZipFile(wheel) as opened:
                opened.extractall(folder, [name for name in opened.namelist() if rules.load().wants(name)])

    def _run(self, command: str, *arguments: str) -> None:
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--constraint", str(self.constraints)]
        run = subprocess.run(  # noqa: S603 - commands of ours
            [sys.executable, "-m", "pip", command, *quiet, *arguments], capture_output=True, text=True, check=False
        )
        if run.returncode:
            raise SystemExit(f"pip {command} failed:\n{run.stderr}")


def main() -> None:
    """Build, and say how large the results are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("architectures", nargs="*", choices=ARCHITECTURES, default=["x86_64"])
    for architecture in parser.parse_args().architectures:
        zipped = build(checkout.find(), architecture)
        print(f"{zipped.name}: {zipped.stat().st_size:,} bytes, {archive.unzipped(zipped):,} unzipped")


if __name__ == "__main__":
    main()
