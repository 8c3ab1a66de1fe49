"""How fast sentence splitters are, on the shapes that texts have, and how their time grows."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from bench.segmentation_peers import Splitter, ours
from bench.segmentation_sets import Blocks
from claimwire.codes import unspaced
from claimwire.segment import segment

HOSTILE = ("...", '"', "a", '."', "A. B ", "? ", "a\n", '。"', "«(", "z. B. ")
"""Shapes that make a splitter quadratic; each is repeated to a megabyte."""
ROUNDS = 7


def speed(blocks: Blocks, splitters: dict[str, Splitter]) -> Iterator[str]:
    """Million characters a second over the same texts in four shapes, medians of rounds in turn, one core."""
    for name, shape in SHAPES.items():
        yield row(f"speed, {name}, M characters/s", list(splitters))
        rates = []
        for code, documents in blocks.items():
            texts = shape(code, [block.text for block in documents])
            rates.append(_rates(code, texts, splitters))
            yield row(f"  {code}", [_cell(rate) for rate in rates[-1]])
        served = [[rate for rate in column if rate] for column in zip(*rates, strict=True)]
        yield row("  median", [_cell(statistics.median(column) if column else 0.0) for column in served])


def _rates(code: str, texts: Sequence[str], splitters: dict[str, Splitter]) -> list[float]:
    """Every splitter in each round, so that a busy moment of the machine hits all; 0 where one does not serve."""
    able = {name: split for name, split in splitters.items() if split(code, texts[0]) is not None}
    rounds = [{name: _seconds(code, texts, split) for name, split in able.items()} for _ in range(ROUNDS)]
    size = sum(map(len, texts)) / 1e6
    return [size / statistics.median(times[name] for times in rounds) if name in able else 0.0 for name in splitters]


def _seconds(code: str, texts: Sequence[str], split: Splitter) -> float:
    start = time.process_time()
    for text in texts:
        split(code, text)
    return time.process_time() - start


def _articles(code: str, documents: Sequence[str]) -> list[str]:
    """Paragraphs of two sentences, some 500 words: as news is laid out."""
    glue = "" if unspaced(code) else " "
    pairs = zip(documents[::2], documents[1::2], strict=False)
    split = [[found.text for text in pair for found in segment(text, code)] for pair in pairs]
    return ["\n\n".join(glue.join(found[at : at + 2]) for at in range(0, len(found), 2)) for found in split]


SHAPES: dict[str, Callable[[str, Sequence[str]], Sequence[str]]] = {
    "one paragraph": lambda _, documents: documents,
    "short paragraphs": _articles,
    "100,000 characters of paragraphs": lambda _, documents: ["\n\n".join(documents)],
    "100,000 characters in one": lambda _, documents: [" ".join(documents)],
}


def growth() -> Iterator[str]:
    """Seconds for hostile text, small and eight times as large."""
    yield "hostile text, seconds for 125 kB and 1 MB (eight times)"
    for unit in HOSTILE:
        small, large = ((unit * (size // len(unit) + 1))[:size] for size in (125_000, 1_000_000))
        yield f"  {unit!r:24} {_seconds('de', [small], ours):8.2f} {_seconds('de', [large], ours):8.2f}"


def _cell(rate: float) -> str:
    return f"{rate:.2f}" if rate else "-"


def row(name: str, cells: Sequence[str]) -> str:
    """A line of a table."""
    return f"{name:46}" + "".join(f"{cell:>11}" for cell in cells)
