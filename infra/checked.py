"""Check the compiled template with checkov: ``python -m infra.checked [TEMPLATE]``. What is left as it is, is in checkov.toml."""

from __future__ import annotations

import argparse
import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec
from filelock import FileLock
from msgspec import Struct

from claimwire.local import install

HERE = Path(__file__).parent
VENV = HERE.parent / ".build/checkov"


class Finding(Struct, frozen=True, order=True):
    """A check that a resource fails."""

    check_id: str
    resource: str
    check_name: str

    @property
    def name(self) -> str:
        """The resource's own name, without its type."""
        return self.resource.rpartition(".")[2]


class Exempt(Struct, frozen=True):
    """A check that may fail, on which resources, and why."""

    on: tuple[str, ...]
    why: str


class _Results(Struct):
    failed_checks: tuple[Finding, ...]


class _Report(Struct):
    results: _Results


def exempt() -> dict[str, Exempt]:
    """The exceptions, by check."""
    return msgspec.convert(tomllib.loads((HERE / "checkov.toml").read_text()), dict[str, Exempt])


def findings(template: Path) -> tuple[Finding, ...]:
    """All that checkov has against a template, without network; raises SystemExit where it cannot read it."""
    VENV.parent.mkdir(exist_ok=True)
    with FileLock(VENV.with_suffix(".lock")):
        python = install.environment(VENV, HERE / "requirements-checkov.txt", "checkov")
    options = ["--framework", "cloudformation", "--skip-download", "--output", "json"]
    command = [str(python.with_name("checkov")), "--file", str(template), *options]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    try:
        return tuple(sorted(msgspec.json.decode(run.stdout, type=_Report).results.failed_checks))
    except msgspec.DecodeError as error:
        raise SystemExit(f"checkov could not read {template}: {(run.stderr or run.stdout).strip()[-500:]}") from error


def complaints(found: Iterable[Finding], left: Mapping[str, Exempt]) -> list[str]:
    """What is against the template and has no exception, and which exceptions nothing needs."""
    used: set[tuple[str, str]] = set()
    lines = []
    for each in found:
        fitting = [pattern for pattern in left.get(each.check_id, Exempt((), "")).on if fnmatchcase(each.name, pattern)]
        used.update((each.check_id, pattern) for pattern in fitting)
        if not fitting:
            lines.append(f"{each.resource}: {each.check_name} ({each.check_id})")
    idle = [(check, pattern) for check, one in left.items() for pattern in one.on if (check, pattern) not in used]
    return lines + [
        f"{check} on {pattern}: nothing needs this exception in infra/checkov.toml" for check, pattern in idle
    ]


def main() -> int:
    """Print what is wrong, a line each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("template", nargs="?", type=Path, default=HERE / "template.json")
    lines = complaints(findings(parser.parse_args().template), exempt())
    print("\n".join(lines), end="\n" if lines else "")
    return int(bool(lines))


if __name__ == "__main__":
    raise SystemExit(main())
