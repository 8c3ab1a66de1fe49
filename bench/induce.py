"""Words that stand in lines which attribute something to somebody: where an induced lexicon of a language begins.

``python -m bench.induce LANGUAGE … --data DIR`` prints, a language at a time, the words that the labels of the English lines single
out in the translation, the surest first, by their log-likelihood ratio (Dunning 1993). Single words alone, and none where no
space parts them: names, stray words and what
is no cue are struck out by hand, endings and phrases added, before any of it goes into ``claims/lexicons``.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.keyclaims_sets import documents

_SPLIT = re.compile(r"[\s.,;:!?\"“”„«»()।॥؟،؛…–—‘’']+")  # vowel signs stay in their words
_LEAST = 2  # lines that a word must stand in
_SHOWN = 150
_ATTRIBUTED = ("quoted", "reported")


def induced(data: Path, split: str, language: str) -> list[tuple[float, str, int, int]]:
    """Score, word, attributing lines that hold it, other lines that hold it; the surest word first."""
    attributing, other, lines = _counted(data, split, language)
    scored = (
        (_likelihood(attributing[word], other[word], *lines), word, attributing[word], other[word])
        for word in attributing
        if attributing[word] >= _LEAST and attributing[word] * lines[1] > other[word] * lines[0]
    )
    return sorted(scored, reverse=True)


def _counted(data: Path, split: str, language: str) -> tuple[Counter[str], Counter[str], tuple[int, int]]:
    attributing: Counter[str] = Counter()
    other: Counter[str] = Counter()
    lines = [0, 0]
    for words, attributes in _lines(data, split, language):
        lines[not attributes] += 1
        (attributing if attributes else other).update(words)
    return attributing, other, (lines[0], lines[1])


def _lines(data: Path, split: str, language: str) -> Iterator[tuple[set[str], bool]]:
    for document in documents(data, split, language):
        for start, end, label in document.lines:
            words = {word for word in _SPLIT.split(document.text[start:end].casefold()) if word[:1].isalpha()}
            yield words, label["kind"] in _ATTRIBUTED


def _likelihood(here: int, there: int, lines: int, others: int) -> float:
    """Dunning's G² of a word in ``here`` of ``lines`` and ``there`` of ``others``."""
    share = (here + there) / (lines + others)
    cells = ((here, lines), (there, others))
    return 2 * sum(_term(count, total * share) + _term(total - count, total * (1 - share)) for count, total in cells)


def _term(seen: int, expected: float) -> float:
    return seen * math.log(seen / expected) if seen else 0.0


def _rows(found: Sequence[tuple[float, str, int, int]]) -> Iterator[str]:
    for score, word, here, there in found[:_SHOWN]:
        yield f"{score:8.1f}  {here:4} {there:4}  {word}"


def main() -> None:
    """Print the lists."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("languages", nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--split", default="dev")
    given = parser.parse_args()
    for language in given.languages:
        print(f"# {language}")
        for row in _rows(induced(given.data, given.split, language)):
            print(row)


if __name__ == "__main__":
    main()
