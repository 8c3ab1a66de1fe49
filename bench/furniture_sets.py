"""Clean text, on which every removed line is a false alarm, and pages whose true paragraphs are known."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimwire.claims.words.tokens import words

Row = dict[str, Any]
Trigram = tuple[str, str, str]

_COVERED = 0.5  # a line is true where half of its trigrams are in the known paragraphs

CLEAN = ("ntrex128", "bbc_news_summary", "orangesum_fr", "ct25_subjectivity_news")


def rows(data: Path, name: str, split: str) -> Iterator[Row]:
    """The rows of a set, or nothing where it is not there."""
    path = data / name / f"{split}.jsonl.gz"
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def clean_lines(data: Path, name: str, split: str) -> Iterator[str]:
    """Lines of running text, as the set has them."""
    for row in rows(data, name, split):
        yield from row["sentences"] if "sentences" in row else filter(str.strip, row["text"].split("\n"))


def trigrams(text: str) -> list[Trigram]:
    """Runs of three words."""
    found = words(text)
    return list(zip(found, found[1:], found[2:], strict=False))


def known(row: Row) -> set[Trigram]:
    """What is surely the article's own: its paragraphs and its standfirst."""
    return {trigram for piece in (*row["paragraphs"], row.get("summary") or "") for trigram in trigrams(piece)}


def true(text: str, gold: set[Trigram]) -> bool:
    """Whether a line belongs to the article, as far as its paragraphs tell."""
    found = trigrams(text)
    return bool(found) and sum(trigram in gold for trigram in found) >= _COVERED * len(found)
