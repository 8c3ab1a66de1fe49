"""Which claims matter: our order of the lines beside other orders of the same lines. ``python -m bench.quality keyclaims --data DIR``.

nDCG@5 with the gain 2^grade - 1 (Järvelin and Kekäläinen 2002); headlines are left out. Higher is better; two annotators agree at .957.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.keyclaims_sets import LANGUAGES, Document, documents
from bench.rows import interval, line
from claimwire.claims import RANKERS, rank

Order = Callable[[Document, str], list[tuple[int, int]]]
KEY = 2.5  # of two annotators' mean grades 0 to 3
_EVERYWHERE = ("neutral", "lead")  # sumy's rankers are run on these languages only: they take minutes on all
_SOME = ("en", "es", "de", "ru", "ar", "zh-Hans", "hi", "tr")


def table(data: Path, split: str) -> Iterator[str]:
    """Every language, then the means."""
    systems: dict[str, Order] = {name: _ranker(name) for name in RANKERS} | {"lead": _lead}
    scores: dict[str, dict[str, float]] = {name: {} for name in systems}
    yield line("nDCG@5 [95 %]; key claims of top 3", "nDCG@5", "interval", "key in top 3", "furniture")
    for language in LANGUAGES:
        found = list(documents(data, split, language))
        for name, order in systems.items():
            if language in _SOME or name in _EVERYWHERE:
                yield _row(f"{language} {name}", found, language, order, scores[name])
    for name, by_language in scores.items():
        values = list(by_language.values())
        yield line(f"mean of {len(values)}: {name}", f"{statistics.fmean(values):.3f}", f"lowest {min(values):.3f}")


def _row(name: str, found: Sequence[Document], language: str, order: Order, scores: dict[str, float]) -> str:
    orders = [numbered(document, order(document, language)) for document in found]
    values = [ndcg([label["grade"] for *_, label in d.lines], o) for d, o in zip(found, orders, strict=True)]
    tops = [_top(document, order[:3]) for document, order in zip(found, orders, strict=True)]
    scores[language] = statistics.fmean(values)
    low, high = interval(values)
    furniture = sum(d.lines[at][2]["role"] == "furniture" for d, o in zip(found, orders, strict=True) for at in o[:3])
    return line(
        name, f"{scores[language]:.3f}", f"[{low:.3f}, {high:.3f}]", f"{statistics.fmean(tops):.3f}", str(furniture)
    )


def _ranker(name: str) -> Order:
    return lambda document, language: [
        (unit.start, unit.end) for unit in rank(document.text, document.title, language, name)
    ]


def _lead(document: Document, _: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in document.lines]


def numbered(document: Document, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers of the lines that the spans cover by half, or in whose midst they lie, in the order of the spans."""
    order: dict[int, None] = {}
    for start, end in spans:
        for number, (first, last, _) in enumerate(document.lines):
            half = min(end, last) - max(start, first) >= 0.5 * (last - first)
            if half or first <= (start + end) // 2 < last:
                order[number] = None
    return list(order)


def ndcg(grades: Sequence[float], order: Sequence[int], cut: int = 5) -> float:
    """Discounted gain of an order of lines, as a share of the best order's; 1 where no line has a grade."""
    ideal = _gain(grades, sorted(range(len(grades)), key=lambda at: -grades[at])[:cut])
    return _gain(grades, order[:cut]) / ideal if ideal else 1.0


def _gain(grades: Sequence[float], order: Sequence[int]) -> float:
    return math.fsum((math.exp2(grades[at]) - 1) / math.log2(place + 2) for place, at in enumerate(order))


def _top(document: Document, order: Sequence[int]) -> float:
    """Share of the key claims that stand among the first three, three being enough."""
    key: list[bool] = [label["grade"] >= KEY for *_, label in document.lines]
    return sum(key[at] for at in order) / max(1, min(3, sum(key)))
