"""CloudWatch's embedded metric format, read as CloudWatch reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs

_RULES = jsonschema_rs.validator_for(json.loads(Path(__file__).with_name("emf.schema.json").read_text()))
Point = tuple[tuple[tuple[str, str], ...], str]


def points(line: str) -> dict[Point, float]:
    """Each metric's value by its dimensions and name; fails where CloudWatch would take nothing from the line."""
    root: dict[str, Any] = json.loads(line)
    _RULES.validate(root)
    assert len(line.encode()) < 256_000
    found = {}
    for directive in root["_aws"]["CloudWatchMetrics"]:
        for names in directive["Dimensions"]:
            assert all(isinstance(root[name], str) and root[name] for name in names), "a dimension's target is no text"
            for metric in directive["Metrics"]:
                value = root[metric["Name"]]
                assert isinstance(value, int | float), "a metric's target is no number"
                found[tuple((name, root[name]) for name in names), metric["Name"]] = value
    return found


def of_stack(line: str, stack: str) -> dict[str, float]:
    """The values that are told by stack alone."""
    return {name: value for (dimensions, name), value in points(line).items() if dimensions == (("Stack", stack),)}


def lines(text: str) -> list[str]:
    """The lines of a log that are metrics."""
    return [line for line in text.splitlines() if line.startswith('{"_aws":')]
