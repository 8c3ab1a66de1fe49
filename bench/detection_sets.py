"""News in 128 languages (NTREX): headlines, sentences, paragraphs and articles, with the language of each."""

from __future__ import annotations

import functools
import gzip
import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

KINDS = ("title", "sentence", "paragraph", "article")
_MOST = {"title": 60, "sentence": 150, "paragraph": 20, "article": 10}
"""Texts of a kind in each of the 128 files, evenly from all over."""
_SAME = {"hr": "hbs", "bs": "hbs", "sr-Latn": "hbs", "sh": "hbs"}
_ALIASES = {
    "mey": "ar",
    "no": "nb",
    "tl": "fil",
    "iw": "he",
    "jw": "jv",
    "zh-cn": "zh",
    "zh-tw": "zh",
    "zh-Hans": "zh",
    "zh-Hant": "zh",
}
Item = TypeVar("Item")


class Sample(Struct, frozen=True):
    """A text, what ``kind`` it is, and the ``language`` it is in."""

    kind: str
    language: str
    text: str


@functools.cache
def codes() -> dict[str, str]:
    """BCP-47 codes by NTREX's."""
    return dict(_table()["codes"])


@functools.cache
def chosen(name: str) -> frozenset[str]:
    """A set of languages by name: ``news`` or ``langdetect``."""
    return frozenset(_table()["sets"][name].split())


def documents(data: Path, split: str) -> dict[str, dict[str, list[str]]]:
    """Sentences by file and document; the i-th of a document is the same sentence in every language."""
    found: dict[str, dict[str, list[str]]] = {}
    with gzip.open(data / "ntrex128" / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found.setdefault(row["lang"], {}).setdefault(row["doc"], row["sentences"])
    return found


def samples(data: Path, split: str) -> list[Sample]:
    """Texts of every kind in every language."""
    found = documents(data, split)
    return [
        Sample(kind, codes()[file], text)
        for file in sorted(found)
        for kind in KINDS
        for text in spread(list(_texts(kind, [found[file][key] for key in sorted(found[file])])), _MOST[kind])
    ]


def spread(items: Sequence[Item], most: int) -> list[Item]:
    """``most`` of them, evenly from first to last."""
    return [items[at * len(items) // most] for at in range(most)] if len(items) > most else list(items)


def right(truth: str, answer: str, *, grouped: bool) -> bool:
    """Whether ``answer``, any library's label, is the language ``truth``.

    Simplified and traditional Chinese count as one; ``grouped``, so do hr, bs and sr-Latn.
    """
    one, other = (_ALIASES.get(code, code) for code in (truth, answer))
    if grouped:
        one, other = _SAME.get(one, one), _SAME.get(other, "hbs" if truth == "sr-Latn" and other == "sr" else other)
    return one == other or (other == "sr" and one.startswith("sr-"))


def _texts(kind: str, articles: Sequence[list[str]]) -> Iterator[str]:
    for lines in articles:
        if kind == "title":
            yield lines[0]
        elif kind == "article":
            yield "\n".join(lines)
        elif kind == "sentence":
            yield from lines[1:]
        else:
            yield from (" ".join(lines[at : at + 3]) for at in range(1, len(lines) - 2, 3))


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("ntrex.toml").read_text("utf-8"))
