"""The checks' knowledge, from the TOML files beside them."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TypeVar

import msgspec

Form = TypeVar("Form")


def read(name: str, form: type[Form]) -> Form:
    """What ``name``.toml says, in that form."""
    return msgspec.convert(
        tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8")), form
    )
