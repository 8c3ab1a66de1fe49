"""Body text and metadata of news pages, ours beside trafilatura, newspaper4k and readability: see docs/reading.md.

Body F1 is that of runs of four words (letters, in scripts without spaces), as a multiset, mean over pages: invented or doubled text
costs precision, lost text recall. Strings is the F1 of trafilatura's own evaluation: segments that must and must not be kept.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.reading_peers import SYSTEMS, Page, System, present

Row = dict[str, Any]

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]|\\w+")
_RUN = 4


def rows(folder: Path, split: str) -> list[Row]:
    """The rows of a set that come with their page."""
    path = folder / f"{split}.jsonl.gz"
    if not path.is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row.get("html")]


def page(folder: Path, row: Row) -> bytes:
    """The page as it was saved."""
    return gzip.decompress((folder / row["html"]).read_bytes())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words."""
    words = _WORD.findall(text.casefold())
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def scores(gold: str, found: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the runs."""
    wanted, got = runs(gold), runs(found)
    common = (wanted & got).total()
    precision, recall = common / got.total(), common / wanted.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def body(found: Page, title: str) -> str:
    """The text without the headline, which some systems put first and some leave out."""
    headlines = {" ".join(each.split()).casefold() for each in (title, found.title)}
    return "\n".join(line for line in found.text.splitlines() if " ".join(line.split()).casefold() not in headlines)


def gold_body(row: Row) -> str:
    """Standfirst, paragraphs and subheads; of sets that have only a text, that."""
    pieces = [row.get("summary") or "", *(row.get("subheads") or []), *(row.get("paragraphs") or [])]
    return "\n".join(pieces) if row.get("paragraphs") else str(row.get("text") or "")


def _same(one: str, other: str) -> bool:
    return [*map(str.casefold, _WORD.findall(one))] == [*map(str.casefold, _WORD.findall(other))]


def _macro(code: str) -> str:
    """The language without script and region; both written Norwegians as one, since pages say either."""
    language = code.replace("_", "-").partition("-")[0].lower()
    return "no" if language in {"nb", "nn"} else language


def _facts(row: Row, found: Page) -> dict[str, bool]:
    """Which of the fields that the row knows are right. An author's answer must name them all, and no other word."""
    names = {word.casefold() for name in row.get("authors") or [] for word in _WORD.findall(name)}
    facts = {"title": _same(row.get("title") or "", found.title)} if row.get("title") else {}
    if row.get("date"):
        facts["date"] = found.date[:10] == row["date"][:10]
    if names:
        facts["author"] = {word.casefold() for word in _WORD.findall(found.author)} == names
    if row.get("lang") not in {None, "unknown"}:
        facts["language"] = _macro(found.language) == _macro(row["lang"])
    return facts


def bodies(folder: Path, split: str, system: System) -> Iterator[str]:
    """One system's cells on a set with whole texts."""
    cells: list[tuple[float, float, float]] = []
    facts: dict[str, list[bool]] = {}
    told: set[str] = set()
    start = time.perf_counter()
    for row in rows(folder, split):
        found = system(page(folder, row))
        told.update(name for name in _FACTS if getattr(found, name))
        cells.append(scores(gold_body(row), body(found, row.get("title") or "")))
        for name, right in _facts(row, found).items():
            facts.setdefault(name, []).append(right)
    seconds = time.perf_counter() - start
    yield from (f"{100 * fmean(column):7.1f}" for column in zip(*cells, strict=True))
    yield from (f"{100 * fmean(facts[name]):7.1f}" if name in told else f"{'-':>7}" for name in _FACTS)
    yield f"{1000 * seconds / len(cells):7.0f}"


def strings(folder: Path, split: str, system: System) -> Iterator[str]:
    """One system's cells on a set with strings that must and must not be there."""
    right = missed = wrong = 0
    sample = rows(folder, split)
    start = time.perf_counter()
    for row in sample:
        text = " ".join(system(page(folder, row)).text.split())
        kept = sum(_holds(text, piece) for piece in row["with"])
        right, missed = right + kept, missed + len(row["with"]) - kept
        wrong += sum(_holds(text, piece) for piece in row["without"])
    seconds = time.perf_counter() - start
    yield from (f"{100 * value:7.1f}" for value in (right / (right + wrong or 1), right / (right + missed)))
    yield f"{200 * right / (2 * right + wrong + missed):7.1f}"
    yield " " * (8 * len(_FACTS) - 1)
    yield f"{1000 * seconds / len(sample):7.0f}"


def _holds(text: str, piece: str) -> bool:
    return " ".join(piece.split()) in text


_FACTS = ("title", "date", "author", "language")
_SETS = {"fundus_tests": bodies, "scrapinghub_aeb": bodies, "trafilatura_eval": strings}
_HEAD = ("prec", "recall", "F1", *_FACTS, "ms")


def table(data: Path, split: str, systems: Sequence[str] = tuple(SYSTEMS)) -> Iterator[str]:
    """One block of rows a set, one row a system; per cent."""
    there = present()
    for name, cells in _SETS.items():
        count = len(rows(data / name, split))
        if not count:
            yield f"{name}: no pages in {data.name} for {split}"
            continue
        yield f"{name} ({count} pages)".ljust(30) + " ".join(f"{head[:7]:>7}" for head in _HEAD)
        for system in (system for system in systems if system in there):
            yield f"  {system:28}" + " ".join(cells(data / name, split, there[system]))
    yield from (f"not installed: {name}" for name in systems if name not in there)
