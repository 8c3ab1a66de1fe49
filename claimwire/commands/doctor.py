"""``claimwire doctor``: what works, what does not, and what to run."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands.faults import FOUND
from claimwire.commands.target import StackName, State
from claimwire.letters import clean
from claimwire.local import state
from claimwire.terminal import screen
from claimwire.terminal.answers import answer, note, paint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimwire.findings import Check, Finding

EngineName = Annotated[str, typer.Option("--engine", metavar="NAME", help="The engine, or chain, that has to work.")]
Online = Annotated[bool, typer.Option("--online", help="Ask remote engines too: one sentence each, at their price.")]
_COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


def doctor(
    context: typer.Context,
    stack: StackName = None,
    folder: State = state.DEFAULT,
    engine: EngineName = "firefox",
    online: Online = False,
) -> None:
    """Check this machine, the engines, and a cloud; say what to run about what does not work.

    Python and extras, engines and models, disk, memory, the local cloud; with --stack a stack on AWS instead of it:
    credentials, rights, settings, key, subscriptions, queues, triggers, quotas. Changes nothing. Exit code 1 where something fails.

    Examples:
        claimwire doctor
        claimwire doctor --json
        claimwire doctor --engine deepl,firefox --online
        claimwire doctor --stack news
    """
    from claimwire import checkup

    failed = 0
    for finding in checkup.findings(_checks(context.obj, stack, folder, engine, online=online)):
        failed += finding.state == "fail"
        _tell(finding)
    note(f"{failed} to mend" if failed else "nothing fails")
    raise typer.Exit(FOUND if failed else 0)


def _checks(env: Mapping[str, str], stack: str | None, folder: Path, engine: str, *, online: bool) -> dict[str, Check]:
    from claimwire.checkup import clouds, engines, machine
    from claimwire.commands import places

    memory = places.memory_file(env)
    own: dict[str, Check] = {
        "python": machine.python,
        "extras": machine.extras,
        "disk": functools.partial(machine.disk, Path(), memory.parent),
        "memory": functools.partial(machine.memory, memory),
        "engines": functools.partial(engines.engines, env, engine, online=online),
    }
    return own | (clouds.stack(stack) if stack else clouds.local(folder))


def _tell(finding: Finding) -> None:
    mark = paint(f"{finding.state:4}", _COLOURS[finding.state])
    line = f"{mark}  {finding.check}: {clean(finding.says)}"
    if screen.current().quiet and finding.state == "ok" and not screen.current().json:
        return
    answer(finding, line, *([f"      run: {clean(finding.run)}"] if finding.run else []))
