"""Datelines: place, day and agency before an article's first sentence, which nobody says and which say nothing."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_LONGEST = 120  # characters


def end(text: str, start: int) -> int:
    """Where the dateline ends that stands at ``start``, the beginning of a paragraph; ``start`` where none does."""
    if start and text[start - 1] != "\n":
        return start
    found = _pattern().match(text, start, min(len(text), start + _LONGEST))
    return found.end() if found else start


@cache
def _pattern() -> re.Pattern[str]:
    file = resources.files("claimwire.claims.quotations") / "datelines.toml"
    data = tomllib.loads(file.read_text("utf-8"))
    shapes: list[str] = data["shapes"]["forms"]
    for name, part in data["parts"].items():
        shapes = [shape.replace(name, part) for shape in shapes]
    return re.compile("|".join(f"(?:{shape})" for shape in shapes))
