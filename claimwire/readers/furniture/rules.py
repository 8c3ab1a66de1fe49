"""The furniture rules, read from the ``.toml`` files beside this one. en.toml says how they are written."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from msgspec import Struct

Verdict = Literal["keep", "remove", "bar"]


class Rule(Struct, frozen=True):
    """What to do with a line that ``pattern`` fits, and why."""

    verdict: Verdict
    reason: str
    pattern: re.Pattern[str]


def _rule(verdict: Verdict, row: dict[str, str], words: dict[str, str]) -> Rule:
    pattern = row["line"]
    for name, piece in words.items():
        pattern = pattern.replace(f"<{name}>", piece)
    return Rule(verdict, row.get("reason", ""), re.compile(pattern, re.IGNORECASE))


def _tables() -> list[dict[str, Any]]:
    found = {file.name: file for file in files(__package__).iterdir() if file.name.endswith(".toml")}
    return [tomllib.loads(found[name].read_text("utf-8")) for name in sorted(found)]


@cache
def rules(verdict: Verdict) -> tuple[Rule, ...]:
    """The rules of one verdict, from all files, in the order of the files."""
    return tuple(_rule(verdict, row, table.get("words", {})) for table in _tables() for row in table.get(verdict, []))
