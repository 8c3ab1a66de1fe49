"""What of a unit tells that it matters: surface features that need no language, each about 0 to 1 before standardising."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from claimwire.claims.rankers.material import Candidate, Material


def features(material: Material) -> list[dict[str, float]]:
    """One dict a candidate, all with the same names, standardised over the article (mean 0, deviation 1; 0 where all are equal)."""
    weights = _weights(material.candidates)
    rows = [_row(material, number, candidate, weights) for number, candidate in enumerate(material.candidates)]
    return _standardised(rows)


def _weights(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Inverse document frequency of each word, a unit being a document: common words weigh nothing, in any language."""
    frequency = Counter(word for candidate in candidates for word in set(candidate.words))
    return {word: math.log((1 + len(candidates)) / count) for word, count in frequency.items()}


def _row(material: Material, number: int, candidate: Candidate, weights: dict[str, float]) -> dict[str, float]:
    words, total = set(candidate.words), len(material.candidates)
    counts = Counter(word for other in material.candidates for word in set(other.words))
    frequent = [counts[word] * weights[word] for word in words if counts[word] > 1]
    title = set(material.title)
    earlier = {word for other in material.candidates[:number] for word in other.words}
    return {
        "position": 1 - number / total,
        "lead": 1 / (1 + number),
        "first in paragraph": float(number == 0 or material.candidates[number - 1].paragraph != candidate.paragraph),
        "centrality": sum(frequent) / math.sqrt(len(words) + 4),
        "frequent words": math.log1p(sum(frequent)),
        "title": sum(weights[word] for word in words & title) / (1 + sum(weights.get(word, 0) for word in title)),
        "new words": sum(weights[word] for word in words - earlier) / math.sqrt(len(words) + 4),
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


def _scale(values: list[float]) -> tuple[float, float]:
    mean = sum(values) / len(values)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    return mean, deviation or 1.0
