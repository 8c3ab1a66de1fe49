"""News documents whose lines are graded: the English grades, carried over line by line to 31 other languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bench.rows import rows, words_of

# The rows of keyclaims_ntrex hold the English text; the same documents stand in ntrex128 under its own codes.
LANGUAGES = words_of("languages")
_NTREX = {"zh-Hans": "zho-CN"}


@dataclass(frozen=True)
class Document:
    """A text of one line a paragraph, its headline apart; ``lines`` are the spans with their labels."""

    title: str
    text: str
    lines: Sequence[tuple[int, int, dict[str, Any]]]


def documents(data: Path, split: str, language: str) -> Iterator[Document]:
    """All documents in a language, as far as their lines are the English ones."""
    translated = _translated(data, split) if language != "en" else {}
    for row in rows(data, "keyclaims_ntrex", split):
        sentences = row["sentences"] if language == "en" else translated.get((_code(language), row["doc"]), [])
        if len(sentences) == len(row["lines"]):
            yield _document(sentences, row["lines"])


def _document(sentences: Sequence[str], labels: Sequence[dict[str, Any]]) -> Document:
    pairs = list(zip(sentences, labels, strict=True))
    text, lines = "", []
    for sentence, label in pairs:
        if label["role"] != "headline":
            text += "\n\n" if text else ""
            lines.append((len(text), len(text) + len(sentence), label))
            text += sentence
    return Document(" ".join(sentence for sentence, label in pairs if label["role"] == "headline"), text, lines)


@cache
def _translated(data: Path, split: str) -> dict[tuple[str, str], list[str]]:
    return {
        (row["lang"], row["doc"]): row["sentences"] for row in rows(data, "ntrex128", split) if row["kind"] == "ref"
    }


@cache
def _codes() -> dict[str, str]:
    table = tomllib.loads((Path(__file__).parent / "ntrex.toml").read_text())
    return {bcp: code for code, bcp in reversed(table["codes"].items())}


def _code(language: str) -> str:
    return _NTREX.get(language) or _codes()[language]
