"""What of a unit tells that it matters: surface features that need no language, each about 0 to 1 before standardising."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimwire.claims.rankers.material import Candidate, Material

_SAME = 1e-9  # deviations below it are rounding: all values are equal


@dataclass(frozen=True, slots=True)
class _Words:
    """Of each word: in how many units it stands, its inverse document frequency (a unit being a document), and its first unit."""

    counts: Counter[str]
    weights: dict[str, float]
    first: dict[str, int]
    title: frozenset[str]

    def sum(self, words: set[str] | frozenset[str]) -> float:
        """Their weights together; exact, because sets of words have another order in every process."""
        return math.fsum(self.weights.get(word, 0) for word in words)


def features(material: Material) -> list[dict[str, float]]:
    """One dict a candidate, all with the same names, standardised over the article (mean 0, deviation 1; 0 where all are equal).

    Linear in the length of the article.
    """
    words = _words(material)
    return _standardised([_row(material.candidates, number, words) for number in range(len(material.candidates))])


def _words(material: Material) -> _Words:
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, candidate in enumerate(material.candidates):
        here = set(candidate.words)
        counts.update(here)
        first.update(dict.fromkeys(here - first.keys(), number))
    # Common words weigh nothing, in any language.
    weights = {word: math.log((1 + len(material.candidates)) / count) for word, count in counts.items()}
    return _Words(counts, weights, first, frozenset(material.title))


def _row(candidates: Sequence[Candidate], number: int, found: _Words) -> dict[str, float]:
    candidate, words = candidates[number], set(candidates[number].words)
    frequent = math.fsum(found.counts[word] * found.weights[word] for word in words if found.counts[word] > 1)
    size = math.sqrt(len(words) + 4)
    return {
        "position": 1 - number / len(candidates),
        "lead": 1 / (1 + number),
        "first in paragraph": float(number == 0 or candidates[number - 1].paragraph != candidate.paragraph),
        "centrality": frequent / size,
        "frequent words": math.log1p(frequent),
        "title": found.sum(words & found.title) / (1 + found.sum(found.title)),
        "new words": found.sum({word for word in words if found.first[word] == number}) / size,
        "numbers": min(candidate.numbers, 3) / 3,
        "cue": float(candidate.cued),
        "named speaker": float(candidate.named),
        "quoted": float(candidate.kind == "quoted"),
        "length": math.log(1 + min(len(candidate.words), 60)),
        "short": float(len(candidate.words) < 8),
        "question": float(candidate.text.rstrip("\"'”’»」 ").endswith(("?", "？", "؟"))),
    }


def _standardised(rows: list[dict[str, float]]) -> list[dict[str, float]]:
    if not rows:
        return []
    scales = {name: _scale([row[name] for row in rows]) for name in rows[0]}
    return [{name: (value - scales[name][0]) / scales[name][1] for name, value in row.items()} for row in rows]


def _scale(values: Sequence[float]) -> tuple[float, float]:
    mean = math.fsum(values) / len(values)
    deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))
    return mean, deviation if deviation > _SAME else 1.0
