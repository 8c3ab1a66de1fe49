"""Typer with this program's manners: help that teaches, options that every command has, and advice where a name is mistyped."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from claimwire.commands import manual
from claimwire.commands.options import shared

Function = TypeVar("Function", bound=Callable[..., None])


class Command(TyperCommand):
    """One command."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's classes for these are not public
        """Prose and examples."""
        manual.write(ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - see above
        """Arguments and options."""
        manual.write_options(ctx, formatter)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - see above
        """``[OPTIONS] FILE...``, as the usage line has it."""
        arguments = [each for each in self.get_params(ctx) if each.param_type_name == "argument"]
        return ["[OPTIONS]", *(f"{manual.label(each)}" for each in arguments)]


class Group(TyperGroup):
    """Several commands under one name, listed by the panels that they were given."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - see above
        """Prose and examples."""
        manual.write(ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - see above
        """The commands, and then the options."""
        panels: dict[str, list[manual.Row]] = {}
        for name, command in self.commands.items():
            title = getattr(command, "rich_help_panel", None)
            panels.setdefault(title if isinstance(title, str) else "Commands", []).append(
                (name, manual.summary(command.help or ""))
            )
        for title, rows in panels.items():
            with formatter.section(title):
                formatter.write_dl(rows)
        manual.write_options(ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - see above
        """Without a command: the help, and wrong use."""
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - see above
        """The command of that name, or advice."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            self._unknown(ctx, args[0])
        return super().resolve_command(ctx, args)

    def _unknown(self, ctx: Any, name: str) -> NoReturn:  # noqa: ANN401 - see above
        begun = [each for each in self.commands if each.startswith(name)]
        near = begun or difflib.get_close_matches(name, self.commands, n=3)
        advice = f" (did you mean {' or '.join(near)}?)" if near else ""
        if not near and "run" in self.commands and Path(name).exists():
            advice = f", but there is a file of that name: {ctx.command_path} run {name} --to pt"
        ctx.fail(f"no command {name!r}{advice}")
        raise AssertionError  # ``fail`` does not return, and does not say so


class App(typer.Typer):
    """A Typer app whose commands are all of these kinds."""

    def __init__(self, text: str, *, completion: bool = False) -> None:
        super().__init__(
            help=text, cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=completion
        )

    def command(self, name: str | None = None, **more: Any) -> Callable[[Function], Function]:  # noqa: ANN401 - Typer's own
        """Register a function as a command."""
        register = super().command(name, cls=Command, **more)

        def decorator(function: Function) -> Function:
            register(shared(function))
            return function

        return decorator
