"""Texts with known sentence ends: what a set holds, joined again."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from claimwire.codes import unspaced

NTREX = {
    "eng": "en", "spa": "es", "fra": "fr", "deu": "de", "rus": "ru", "ukr": "uk", "arb": "ar", "zho-CN": "zh", "jpn": "ja",
    "hin": "hi", "tur": "tr", "pol": "pl",
}  # fmt: skip


class Block(NamedTuple):
    """A text, and where its sentences end (the last left out), counted in characters that are no white space."""

    text: str
    ends: frozenset[int]


Blocks = dict[str, list[Block]]


def pud(data: Path, split: str) -> Blocks:
    """UD-PUD, eight sentences a block: the documents hold too few to be blocks of their own."""
    sentences: dict[str, list[str]] = defaultdict(list)
    for row in _rows(data / "ud_pud", split):
        sentences[row["lang"]] += row["sentences"]
    return {
        code: [joined(code, found[first : first + 8]) for first in range(0, len(found), 8)]
        for code, found in sorted(sentences.items())
    }


def ersatz(data: Path, split: str) -> Blocks:
    """Ersatz in its paper's setting: lines that end in no punctuation (headlines) are left out."""
    return _by_language(data / "ersatz", split, _marked)


def ersatz_lines(data: Path, split: str) -> Blocks:
    """Ersatz as it is: where a headline without a mark meets the next line, nothing but luck can split."""
    return _by_language(data / "ersatz", split, lambda _: True)


def ntrex(data: Path, split: str) -> Blocks:
    """Documents of twelve languages; lines may hold two sentences, so that only recall counts.

    Lines without an end mark (headlines, list heads) are left out.
    """
    rows = [row for row in _rows(data / "ntrex128", split) if row["lang"] in NTREX and row["kind"] != "ref-2"]
    blocks: Blocks = {code: [] for code in NTREX.values()}
    for row in rows:
        blocks[NTREX[row["lang"]]].append(joined(NTREX[row["lang"]], filter(_ended, row["sentences"])))
    return blocks


def constructed(name: str) -> Callable[[Path, str], Blocks]:
    """Hard cases that a peer was written against, of all languages together."""

    def load(data: Path, split: str) -> Blocks:
        blocks: Blocks = defaultdict(list)
        for row in _rows(data / name, split):
            blocks[row["lang"]].append(Block(row["text"], frozenset(ends(row["text"], row["sentences"]))))
        return dict(sorted(blocks.items()))

    return load


def joined(code: str, sentences: Iterable[str]) -> Block:
    """Sentences with a space between them, or none in scripts that write none."""
    sentences = list(sentences)
    text = ("" if unspaced(code) else " ").join(sentence.strip() for sentence in sentences)
    return Block(text, frozenset(ends(text, sentences)))


def ends(text: str, pieces: Iterable[str]) -> Iterator[int]:
    """Where each piece but the text's last ends; a piece that the text does not hold ends nowhere."""
    cursor = count = 0
    total = _visible(text)
    for piece in pieces:
        start = text.find(piece.strip(), cursor)
        if start < 0:
            continue
        stop = start + len(piece.strip())
        count, cursor = count + _visible(text[cursor:stop]), stop
        if count < total:
            yield count


def _marked(sentence: str) -> bool:
    return unicodedata.category(sentence.rstrip()[-1]).startswith("P")


def _ended(sentence: str) -> bool:
    return sentence.rstrip(" \u00a0\u202f\"'”’“»«」』)）]").endswith(tuple(".!?…。！？؟।۔"))


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _by_language(folder: Path, split: str, keep: Callable[[str], bool]) -> Blocks:
    blocks: Blocks = defaultdict(list)
    for row in _rows(folder, split):
        blocks[row["lang"]].append(joined(row["lang"], filter(keep, row["sentences"])))
    return dict(sorted(blocks.items()))


def _rows(folder: Path, split: str) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
