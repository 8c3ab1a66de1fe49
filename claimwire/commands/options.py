"""What every command takes: ``--json``, ``--quiet``, ``--no-color``, ``--debug``."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from claimwire.commands.expanding import expanded, gathered
from claimwire.commands.faults import NO_READER
from claimwire.terminal import screen

AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, one record a line (docs/commands.md).")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR in the environment says so too.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")]
_SHARED: dict[str, Any] = {"as_json": AsJson, "quiet": Quiet, "no_color": NoColor, "debug": Debug}


def shared(function: Callable[..., None]) -> Callable[..., None]:
    """The function with those options beside its own; it sees of them what it names (``as_json``), the screen sees all."""
    signature = inspect.signature(function, eval_str=True)
    own = signature.parameters
    named = next((name for name, each in own.items() if each.annotation is typer.Context), None)
    more = {name: kind for name, kind in _SHARED.items() if name not in own}

    @functools.wraps(function)
    def command(**given: Any) -> None:  # noqa: ANN401 - whatever the function takes
        context = given[named] if named else given.pop("context")
        flags = {name: given.pop(name) if name in more else given[name] for name in _SHARED}
        flags.pop("debug")  # cli.main sees to it
        with screen.using(screen.of(context.obj or {}, json=flags.pop("as_json"), **flags)):
            try:
                function(**gathered(own, given))
            except BrokenPipeError:
                raise typer.Exit(NO_READER) from None

    ours = [_parameter(name, kind, default=False) for name, kind in more.items()]
    if named is None:
        ours.append(_parameter("context", typer.Context, inspect.Parameter.empty))
    parameters = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in (*expanded(own.values()), *ours)]
    command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # functools.wraps hides it
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:  # noqa: ANN401 - of any kind
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
