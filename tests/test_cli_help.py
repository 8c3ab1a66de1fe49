"""Help: every command teaches by example, every option says what it does, all of it on 80 columns."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import Any

import pytest
import typer

from bench.structure import ROOT
from claimwire.commands import handbook, manual
from claimwire.commands.app import Command
from tests.commandline import COMMANDS, TREE, arguments, examples

PATHS = sorted(COMMANDS)
HEAVY = {
    "boto3",
    "botocore",
    "rich",
    "jinja2",
    "numpy",
    "trafilatura",
    "lxml",
    "requests",
    "sumy",
    "pydantic",
    "wcwidth",
}


def shown(path: str) -> str:
    return str(COMMANDS[path].get_help(typer.Context(COMMANDS[path], info_name=f"claimwire {path}", terminal_width=80)))


@pytest.mark.parametrize("path", PATHS)
def test_help_says_what_it_does_and_shows_how(path: str) -> None:
    command: Any = COMMANDS[path]
    assert type(command) is Command, "claimwire.commands.app.App, not typer.Typer, please"
    assert command.help
    assert len(manual.prose(command.help)) > 15
    assert manual.summary(command.help)
    assert manual.examples(command.help), "an Examples block in the docstring, please"
    assert all(f"claimwire {path}" in line for line in manual.examples(command.help))


@pytest.mark.parametrize("path", PATHS)
def test_help_fits_80_columns(path: str) -> None:
    help_text = shown(path)
    assert "Usage: claimwire" in help_text
    assert [line for line in help_text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_option_and_argument_says_what_it_is(path: str) -> None:
    for parameter in COMMANDS[path].params:
        assert parameter.help, parameter.name
        assert parameter.help[-1] in ".;)", parameter.help
        assert getattr(parameter, "is_flag", False) or parameter.metavar, f"{parameter.name}: a metavar, please"


@pytest.mark.parametrize("path", PATHS)
def test_every_command_has_the_shared_options(path: str) -> None:
    options = {name for parameter in COMMANDS[path].params for name in parameter.opts}
    assert {"--json", "--quiet", "-q", "--no-color", "--debug"} <= options


@pytest.mark.parametrize(("path", "line"), examples())
def test_examples_are_right_use(path: str, line: str) -> None:
    command: Any = TREE
    context, words = None, arguments(line)
    for name in path.split():
        context = typer.Context(command, parent=context, info_name=name)
        assert words.pop(0) == name
        command = command.commands[name]
    with command.make_context(path, words, parent=context) as parsed:
        assert parsed.params.keys() >= {"as_json", "quiet"}


def test_every_command_has_its_json_written_down() -> None:
    assert set(handbook.shapes()) == set(COMMANDS)
    assert all(shape.get("fields") or shape["is"] for shape in handbook.shapes().values())


def test_the_page_of_commands_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "infra.handbook"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert (ROOT / "docs" / "commands.md").read_text() == done.stdout, "run `make commands`"


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\nfrom claimwire import cli\nsys.argv = ['claimwire', '--help']\n"
        "try:\n    cli.main()\nfinally:\n    print(*sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "Articles:" in done.stdout
    found = HEAVY & set(done.stderr.split())
    assert not found, f"{found}: import it inside the function that needs it"


def test_the_program_is_installed_under_its_name() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert scripts == {"claimwire": "claimwire.cli:main"}
