"""A dataclass of options: a command takes it as one parameter, and the command line sees its fields."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections.abc import Iterable, Mapping
from typing import Any


def expanded(parameters: Iterable[inspect.Parameter]) -> list[inspect.Parameter]:
    """The parameters, with the fields of each dataclass in its place."""
    found: list[inspect.Parameter] = []
    for parameter in parameters:
        of_class = dataclasses.is_dataclass(parameter.annotation)
        found += _fields(parameter.annotation) if of_class else [parameter]
    return found


def gathered(parameters: Mapping[str, inspect.Parameter], given: dict[str, Any]) -> dict[str, Any]:
    """What was given for those parameters, the fields of each dataclass put together again."""
    out = dict(given)
    for name, parameter in parameters.items():
        if dataclasses.is_dataclass(parameter.annotation):
            names = [each.name for each in dataclasses.fields(parameter.annotation)]
            out[name] = parameter.annotation(**{each: out.pop(each) for each in names})  # type: ignore[operator]  # the class
    return out


def _fields(kind: Any) -> list[inspect.Parameter]:  # noqa: ANN401 - any dataclass
    hints = typing.get_type_hints(kind, include_extras=True)
    return [
        inspect.Parameter(
            each.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if each.default is dataclasses.MISSING else each.default,
            annotation=hints[each.name],
        )
        for each in dataclasses.fields(kind)
    ]
