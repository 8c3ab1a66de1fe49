"""Which files may be uploaded: those that a reader reads."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from msgspec import Struct


class Format(Struct, frozen=True):
    """The ending that a key gets, and the media type that its object gets."""

    ending: str
    media_type: str


def of(name: str, media_type: str) -> Format | None:
    """By the name's ending, else by what the browser calls it; None for what is not read."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind, _, parameter = media_type.partition(";")
    ending = ending if ending in endings() else _ending(kind.strip().lower())
    if not ending:
        return None
    said = "; charset=utf-8" if parameter.strip().lower() == "charset=utf-8" else ""
    return Format(ending, endings()[ending] + (said if endings()[ending].startswith("text/") else ""))


def endings() -> dict[str, str]:
    """Media types by ending."""
    return _table()[0]


def also() -> dict[str, str]:
    """Endings by what else browsers call their types."""
    return _table()[1]


def _ending(kind: str) -> str:
    by_type = {known: ending for ending, known in reversed(endings().items())}
    return by_type.get(kind) or also().get(kind, "")


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    told = tomllib.loads((resources.files(__package__) / "formats.toml").read_text("utf-8"))
    return told["endings"], told["also"]
