"""Whole articles with who says what in each paragraph (``attribution/articles/<code>.toml``), and what the engine finds.

A unit without a ``cue`` is nobody's claim. A list holds answers that are equally right; a cue is right in part too. ``open`` names
the keys that are not found right yet: the speaker and the name may then be missing, but never be somebody else's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claimwire.claims.analysis import Analysis
from claimwire.models import Span
from tests.doubles import analysed

ARTICLES = {file.stem: file for file in sorted((Path(__file__).parent / "attribution" / "articles").glob("*.toml"))}
NOBODY = "-"

Unit = Mapping[str, Any]


def units(code: str) -> Sequence[Unit]:
    every: list[Unit] = tomllib.loads(ARTICLES[code].read_text("utf-8"))["unit"]
    return every


def answers(unit: Unit, key: str) -> Sequence[str]:
    """What is right for the key."""
    default = {"kind": "reported" if "cue" in unit else "stated", "stance": "says"}.get(key, NOBODY)
    right = unit.get(key, default)
    return [right] if isinstance(right, str) else right


def found(code: str) -> list[dict[str, str]]:
    """For each unit of the article, what the engine finds."""
    every = units(code)
    analysis = analysed("\n\n".join(unit["text"] for unit in every), code)
    place, results = 0, []
    for unit in every:
        results.append(_told(analysis, place))
        place += len(unit["text"]) + 2
    return results


def _told(analysis: Analysis, place: int) -> dict[str, str]:
    at = next(number for number, unit in enumerate(analysis.units) if unit.end > place)
    told = analysis.attributions[at]
    return {
        "kind": told.kind,
        "stance": told.stance,
        "speaker": _shown(told.speaker),
        "cue": _shown(told.cue),
        "name": _shown(analysis.names[at] or told.speaker),
        "addressee": _shown(told.addressee),
        "relay": _shown(told.relay),
    }


def wrong(unit: Unit, told: Mapping[str, str]) -> set[str]:
    """The keys of which something else is found; a name counts where the unit has one, what is told of others only there."""
    keys = ["kind", "stance", "speaker", "cue", *(key for key in ("name", "addressee", "relay") if key in unit)]
    return {key for key in keys if not _right(told[key], answers(unit, key), part=key == "cue")}


def misnamed(unit: Unit, told: Mapping[str, str]) -> bool:
    """Whether somebody else is named than who says it, as the article writes it there or in full."""
    right = {NOBODY, *answers(unit, "speaker"), *answers(unit, "name")}
    return not {told["speaker"], told["name"]} <= right


def _right(told: str, right: Sequence[str], *, part: bool) -> bool:
    return told in right or (part and told != NOBODY and any(told in each or each in told for each in right))


def _shown(span: Span | None) -> str:
    return span.text if span else NOBODY
