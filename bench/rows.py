"""Rows of the evaluation data, and of a table."""

from __future__ import annotations

import gzip
import json
import random
import statistics
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_SAMPLES = 1000


def rows(data: Path, name: str, split: str) -> Iterator[dict[str, Any]]:
    """The rows of a set."""
    with gzip.open(data / name / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of the mean, by bootstrap over the documents (percentile method; Efron 1979). The same on every run."""
    chance = random.Random(1)  # noqa: S311 (a sample, no secret)
    means = sorted(statistics.fmean(chance.choices(values, k=len(values))) for _ in range(_SAMPLES))
    return means[int(0.025 * _SAMPLES)], means[int(0.975 * _SAMPLES)]


def line(name: str, *cells: str) -> str:
    """A name and its figures, in columns."""
    return f"{name:34s}" + " ".join(f"{cell:>17s}" for cell in cells)


def words_of(name: str) -> list[str]:
    """A list of bench/claims.toml."""
    found: str = tomllib.loads((Path(__file__).parent / "claims.toml").read_text())[name]
    return found.split()
