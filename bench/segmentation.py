"""Where sentences end: ours beside the peers. ``python -m bench.quality segmentation --data DIR``."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.segmentation_peers import Splitter, absent, ours, peers
from bench.segmentation_sets import Block, Blocks, constructed, ends, ersatz, ersatz_lines, ntrex, pud
from bench.segmentation_speed import growth, row, speed
from claimwire.segment import segment


class Tally(NamedTuple):
    """Sentence ends: found rightly, found, true."""

    right: int = 0
    found: int = 0
    true: int = 0

    def recall(self) -> float:
        """Per cent of the true ends that were found."""
        return 100 * self.right / self.true if self.true else 100.0

    def f1(self) -> float:
        """Per cent."""
        return 200 * self.right / (self.found + self.true) if self.found + self.true else 100.0


SETS: dict[str, tuple[Callable[[Path, str], Blocks], Callable[[Tally], float]]] = {
    "UD-PUD, boundary F1": (pud, Tally.f1),
    "ersatz, boundary F1": (ersatz, Tally.f1),
    "ersatz with headlines, boundary F1": (ersatz_lines, Tally.f1),
    "NTREX, line recall": (ntrex, Tally.recall),
    "pySBD golden rules, boundary F1": (constructed("pysbd_rules"), Tally.f1),
    "sentencex tests, boundary F1": (constructed("sentencex_tests"), Tally.f1),
}


def table(data: Path, split: str) -> Iterator[str]:
    """One table a set, then speed and growth."""
    splitters = {"claimwire": ours, **peers()}
    for name, (load, score) in SETS.items():
        yield from _set(name, load(data, split), score, splitters)
    yield from speed(ntrex(data, split), splitters)
    yield from _alone(ntrex(data, split))
    yield from growth()
    yield from (f"not installed: {name} (pip install -r bench/requirements.txt)" for name in absent())
    yield "sumy: without NLTK's data only its own Chinese, Hebrew, Japanese and Ukrainian; punkt: the same models"


def _set(name: str, blocks: Blocks, score: Callable[[Tally], float], splitters: dict[str, Splitter]) -> Iterator[str]:
    yield row(name, list(splitters))
    scores: list[list[float | None]] = []
    for code, texts in blocks.items():
        cells = [tally(texts, code, split) for split in splitters.values()]
        scores.append([cell and score(cell) for cell in cells])
        yield row(f"  {code}", ["-" if figure is None else f"{figure:.1f}" for figure in scores[-1]])
    served = [
        [(row[0] or 0.0, figure) for row in scores if (figure := row[n]) is not None] for n in range(len(splitters))
    ]
    yield row(
        "  mean of the languages served", [f"{statistics.mean(f for _, f in s):.2f}" if s else "-" for s in served]
    )
    yield row("  claimwire over the same", [f"{statistics.mean(o for o, _ in s):.2f}" if s else "-" for s in served])
    yield row("  lowest", [f"{min(f for _, f in s):.1f}" if s else "-" for s in served])
    yield row("  languages served", [str(len(s)) for s in served])


def tally(blocks: Sequence[Block], code: str, split: Splitter) -> Tally | None:
    """The sum over the blocks; None where the language is not served."""
    right = found = true = 0
    for block in blocks:
        sentences = split(code, block.text)
        if sentences is None:
            return None
        marks = frozenset(ends(block.text, sentences))
        right, found, true = right + len(marks & block.ends), found + len(marks), true + len(block.ends)
    return Tally(right, found, true)


def _alone(blocks: Blocks) -> Iterator[str]:
    """Spans that are not the text they name (none), and sentences that are split again when they stand alone."""
    found = [(code, b.text, s) for code, texts in blocks.items() for b in texts for s in segment(b.text, code)]
    exact = sum(text[s.start : s.end] == s.text for _, text, s in found)
    whole = sum(len(segment(s.text, code)) == 1 for code, _, s in found)
    yield f"exact spans {100 * exact / len(found):.2f}%; sentences that alone stay whole {100 * whole / len(found):.2f}%"
