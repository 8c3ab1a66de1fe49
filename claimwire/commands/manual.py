"""The help of a command: what it does, examples that run, its arguments and options, on 80 columns."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import typer

SHARED = ("as_json", "quiet", "no_color", "debug", "help")
_EXAMPLES = re.compile(r"^Examples?:\s*\n?", re.MULTILINE)
Row = tuple[str, str]


def prose(text: str) -> str:
    """A help text without its examples."""
    return _EXAMPLES.split(inspect.cleandoc(text), maxsplit=1)[0].strip()


def summary(text: str) -> str:
    """Its first paragraph's first sentence, as lists of commands have it."""
    return re.split(r"(?<=[.;:])\s", " ".join(prose(text).split("\n\n")[0].split()), maxsplit=1)[0].rstrip(".;:")


def examples(text: str) -> list[str]:
    """The command lines below ``Examples:``."""
    parts = _EXAMPLES.split(inspect.cleandoc(text), maxsplit=1)
    return [line.strip() for line in parts[1].splitlines() if line.strip()] if len(parts) == 2 else []


def write(context: typer.Context, out: Any) -> None:  # noqa: ANN401 - Typer's formatter, whose class is not public
    """The prose and the examples."""
    text = context.command.help or ""
    with out.indentation():
        for paragraph in prose(text).split("\n\n"):
            out.write_paragraph()
            out.write_text(" ".join(paragraph.split()))
    if found := examples(text):
        with out.section("Examples"):
            for line in found:
                out.write(f"{'':{out.current_indent}}{line}\n")


def write_options(context: typer.Context, out: Any) -> None:  # noqa: ANN401 - see above
    """Arguments, the command's own options, and those that all commands have."""
    parameters = [each for each in context.command.get_params(context) if not getattr(each, "hidden", False)]
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    sections = {
        "Arguments": [(label(each), described(each)) for each in arguments],
        "Options": [(label(each), described(each)) for each in options if each.name not in SHARED],
        "As with every command": [(label(each), described(each)) for each in options if each.name in SHARED],
    }
    for title, rows in sections.items():
        if rows:
            with out.section(title):
                out.write_dl(rows)


def label(parameter: Any) -> str:  # noqa: ANN401 - Typer's parameter, whose class is not public
    """``--to LANG``, ``--json``, ``FILE...``."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = ", ".join((*parameter.opts, *parameter.secondary_opts))
    return names if parameter.is_flag else f"{names} {parameter.metavar or parameter.name.upper()}"


def described(parameter: Any) -> str:  # noqa: ANN401 - see above
    """Its help, its default, its range, and whether it must be given."""
    extra = "; ".join(_extra(parameter))
    return f"{parameter.help or ''}{f'  [{extra}]' if extra else ''}".strip()


def _extra(parameter: Any) -> Iterator[str]:  # noqa: ANN401 - see above
    low, high = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if parameter.default not in (None, "", False, [], ()) and not getattr(parameter, "is_flag", False):
        yield f"default: {parameter.default}"
    if low is not None and high is not None:
        yield f"{low} to {high}"
    elif low is not None:
        yield f"at least {low}"
    if parameter.required and parameter.param_type_name == "option":
        yield "required"
