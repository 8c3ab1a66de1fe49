"""The rules on the door (ARCHITECTURE.md): who may import whom, and what each room may touch."""

from __future__ import annotations

import ast
import inspect
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from msgspec import Struct

from bench.structure import ROOT, file_lengths, function_lengths
from claimwire import models

PACKAGE = sorted((ROOT / "claimwire").rglob("*.py"))
DOORS = sorted((ROOT / "functions").glob("*.py"))
ALL = PACKAGE + DOORS

# From the ground up: a module imports from floors below its own, or from its own room.
FLOORS = [
    {"errors", "extras", "findings", "version"},
    {"codes", "letters", "models"},
    {"layout", "linkkeys", "ports", "webhooksigning"},
    {"webhook", "settings", "capabilities", "upload"},
    {"wishes"},
    {"prefixes"},
    {"addresses", "readers", "detectors", "revocation", "scope", "segment", "segmentation"},
    {"claims", "translators", "render"},
    {"glossaries", "translating"},
    {"pipeline", "pointer", "index", "directory", "ledger"},
    {"copies", "foldershelf", "lists", "notices"},
    {"overview"},
    {"failures"},
    {"web"},
    {"settled"},
    {"task"},
    {"deletion", "lease", "making"},
    {"job"},
    {"again", "backfill"},
    {"failing"},
    {"aws"},
    {"wiring"},
    {"desks", "reception"},
    {"terminal"},
    {"local"},
    {"checkup"},
    {"commands"},
    {"cli"},
    {"__main__", "functions", "__init__"},
]
SAME_ROOM = [{"segment", "segmentation"}]
PURE = ("readers", "detectors", "segment", "segmentation", "claims")
IMPURE = {
    "random",
    "time",
    "secrets",
    "uuid",
    "socket",
    "http",
    "requests",
    "httpx",
    "urllib.request",
    "urllib3",
    "boto3",
    "subprocess",
}


class Template(yaml.SafeLoader):
    """YAML with CloudFormation's own tags, whose values do not matter here."""


Template.add_multi_constructor("!", lambda *_: None)


def room(path: Path) -> str:
    if path in DOORS:
        return "functions"
    return path.relative_to(ROOT / "claimwire").parts[0].removesuffix(".py")


def floor(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)


def imports(path: Path) -> Iterator[str]:
    """Absolute names, as far as the statement tells: ``from claimwire import job`` is ``claimwire.job``."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            whole = node.module in ("claimwire", "functions", "urllib")
            yield from ([f"{node.module}.{alias.name}" for alias in node.names] if whole else [str(node.module)])


def of_ours(path: Path) -> set[str]:
    """The rooms that a module imports from."""
    return {name.split(".")[1] for name in imports(path) if name.startswith("claimwire.") and len(name.split(".")) > 1}


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", ALL, ids=ids)
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    for there in of_ours(path) - {here}:
        if not any({here, there} <= same for same in SAME_ROOM):
            assert floor(there) < floor(here), f"{ids(path)} imports {there}"


@pytest.mark.parametrize("path", ALL, ids=ids)
def test_only_aws_and_local_know_boto3(path: Path) -> None:
    if room(path) not in ("aws", "local"):
        assert not [name for name in imports(path) if name.split(".")[0] in ("boto3", "botocore")]


@pytest.mark.parametrize("path", PACKAGE, ids=ids)
def test_the_package_does_not_know_its_doors(path: Path) -> None:
    assert not [name for name in imports(path) if name.split(".")[0] in ("functions", "infra", "tests", "bench")]


@pytest.mark.parametrize("path", ALL, ids=ids)
def test_only_doors_and_cli_read_the_environment(path: Path) -> None:
    reads = [
        node
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
    ]
    assert not reads or room(path) in ("functions", "cli") or _passes_on(path)


def _passes_on(path: Path) -> bool:
    """A child process gets our environment handed down whole: that reads no setting of ours."""
    return room(path) == "local" and "os.environ[" not in path.read_text() and ".environ.get" not in path.read_text()


@pytest.mark.parametrize("path", [path for path in PACKAGE if room(path) in PURE], ids=ids)
def test_what_reads_and_finds_touches_no_network_clock_or_chance(path: Path) -> None:
    assert not {name for name in imports(path) if name in IMPURE or name.split(".")[0] in IMPURE}
    calls = [node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)]
    assert not {"now", "today", "utcnow"} & set(calls)


@pytest.mark.parametrize("path", ALL, ids=ids)
def test_nothing_is_imported_by_string(path: Path) -> None:
    assert "import_module" not in path.read_text()
    assert "__import__" not in path.read_text()


def test_models_are_frozen() -> None:
    structs = [
        value
        for _, value in inspect.getmembers(models, inspect.isclass)
        if issubclass(value, Struct) and value is not Struct
    ]
    assert len(structs) > 10
    assert all(struct.__struct_config__.frozen for struct in structs)


def test_the_doors_are_the_functions_of_the_stack() -> None:
    stack = yaml.load((ROOT / "serverless.yml").read_text(), Loader=Template)  # noqa: S506 (a safe loader, of our own file)
    assert {path.stem for path in DOORS if path.stem != "__init__"} == set(stack["functions"])


def test_every_room_stands_on_a_floor() -> None:
    for path in PACKAGE:
        floor(room(path))


def test_files_are_small() -> None:
    lengths = list(file_lengths().values())
    assert statistics.median(lengths) <= 60
    assert max(lengths) <= 200


def test_functions_are_small() -> None:
    lengths = list(function_lengths().values())
    assert statistics.median(lengths) <= 8
    assert statistics.quantiles(lengths, n=10)[8] <= 20
