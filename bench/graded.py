"""Graded articles: which units of them are key claims. Folder of the evaluation data, and grades of our own for more of its articles."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimwire.claims.analysis import analyse
from claimwire.claims.candidates import candidates, material
from claimwire.claims.rankers import Material
from claimwire.models import Article, Barred
from claimwire.segment import segment

OWN = Path(__file__).parent / "keyclaims_grades.jsonl"


@dataclass(frozen=True)
class Graded:
    """An article's units as the rankers see them, and their grades: 0 no claim, 1 minor, 2 useful, 3 key."""

    material: Material
    grades: list[int]


Line = tuple[int, int, int | None]
"""Start, end and grade of a line; no grade: a headline, which is no candidate."""


def graded(data: Path) -> Iterator[Graded]:
    """The articles of ``keyclaims_train``, and those of the summary sets that we graded ourselves."""
    for row in rows(data, "keyclaims_train"):
        lines = zip(row["spans"], row["lines"], strict=True)
        yield _article(row, [(*span, _grade(line)) for span, line in lines])
    texts = {(name, row["id"]): row for name in _sets() for row in rows(data, name)}
    for own in map(json.loads, OWN.read_text("utf-8").splitlines()):
        marks = [None if mark == "-" else int(mark) for mark in own["grades"]]
        spans = zip(own["starts"], own["ends"], marks, strict=True)
        yield _article(texts[own["set"], own["id"]], list(spans))


def rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a set of the evaluation data."""
    with gzip.open(data / name / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _sets() -> set[str]:
    return {json.loads(line)["set"] for line in OWN.read_text("utf-8").splitlines()}


def _grade(line: Mapping[str, Any]) -> int | None:
    if line["role"] == "headline":
        return None
    return 0 if line["role"] == "furniture" else int(line["grade"])


def _article(row: Mapping[str, Any], lines: list[Line]) -> Graded:
    text, language = row["text"], row["lang"] or "und"
    headlines = tuple(
        Barred(start=start, end=end, text=text[start:end], reason="headline")
        for start, end, grade in lines
        if grade is None
    )
    article = Article(name="", format="txt", text=text, title=row.get("title") or "", barred=headlines)
    analysis = analyse(article, language, segment(text, language))
    numbers = candidates(article, analysis)
    spans = [(analysis.units[number].start, analysis.units[number].end) for number in numbers]
    grades = [max((grade for grade in _under(span, lines)), default=0) for span in spans]
    return Graded(material(article, language, analysis, numbers), grades)


def _under(span: tuple[int, int], lines: list[Line]) -> Iterator[int]:
    """Grades of the lines that share at least half of the shorter of the two with the unit."""
    start, end = span
    for first, last, grade in lines:
        shared = min(end, last) - max(start, first)
        if grade is not None and shared > 0 and 2 * shared >= min(end - start, last - first):
            yield grade
