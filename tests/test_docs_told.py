"""What tests/docs_commands.toml exempts from being run is there, has a reason, and is right use all the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest
import typer

from tests import consoles
from tests.commandline import ROOT, TREE, arguments

NOT_RUN = sorted({line for page in consoles.pages() for line in consoles.commands(page) if consoles.told(line)})
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
# The options that the AWS CLI knows of a command, by its own tables.
OPTIONS = """
import json, sys
from awscli.clidriver import create_clidriver
command = create_clidriver()
for word in sys.argv[1:]:
    command = (command.subcommand_table if hasattr(command, "subcommand_table") else command._get_command_table())[word]
print(json.dumps(sorted(command.arg_table)))
"""


def starting(program: str) -> list[str]:
    return [line for line in NOT_RUN if line.startswith(f"{program} ")]


def test_nothing_is_exempt_that_no_page_has() -> None:
    exempt = {*consoles.TOLD["not"], *(line for lines in consoles.TOLD["by"].values() for line in lines)}
    assert exempt - set(NOT_RUN) == set()
    instead = {line for page in consoles.pages() for line in consoles.commands(page)} & set(consoles.TOLD["instead"])
    assert instead == set(consoles.TOLD["instead"])


def test_a_test_that_is_named_is_there() -> None:
    assert [test for test in consoles.TOLD["by"] if not (ROOT / test).is_file()] == []
    assert all(len(reason) > 5 for reason in consoles.TOLD["not"].values())


@pytest.mark.parametrize("line", starting("claimwire"))
def test_a_command_of_ours_is_right_use(line: str) -> None:
    command: Any = TREE
    context, words = None, arguments(line)
    while hasattr(command, "commands"):
        context = typer.Context(command, parent=context, info_name=words[0])
        command = command.commands[words.pop(0)]
    with command.make_context("", words, parent=context) as parsed:
        assert parsed.params


@pytest.mark.parametrize("line", starting("make"))
def test_a_target_is_in_the_makefile(line: str) -> None:
    assert line.split()[1] in TARGETS


@pytest.mark.parametrize("line", starting("aws cloudformation"))
def test_the_aws_command_knows_the_options(line: str) -> None:
    words = line.split()
    done = subprocess.run([sys.executable, "-c", OPTIONS, *words[1:3]], capture_output=True, text=True, check=True)
    used = {word.removeprefix("--") for word in words if word.startswith("--")}
    assert used <= set(json.loads(done.stdout)) | {"region"}


def test_the_parameters_of_a_deployment_are_the_template_s() -> None:
    [line] = [line for line in NOT_RUN if "--parameter-overrides" in line]
    given = {word.split("=")[0] for word in line.split("--parameter-overrides ")[1].split()}
    assert given <= json.loads((ROOT / "infra" / "template.json").read_text())["Parameters"].keys()
