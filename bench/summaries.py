"""Claims as a summary, beside lead and sumy, on summaries written by people. ``python -m bench.quality summaries --data DIR``.

The mean of ROUGE-1 and ROUGE-2 F1 (Lin 2004) in points; every system gets the same number of words, in rank order, put back into the
text's order. Differences are paired by document.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.rows import interval, line
from bench.summaries_sets import Article, articles
from claimwire.claims import RANKERS, rank
from claimwire.claims.words.tokens import words
from claimwire.segment import segment

_LEAD = "lead"


class Score(NamedTuple):
    """Means of a set."""

    name: str
    values: list[float]


def table(data: Path, split: str) -> Iterator[str]:
    """A row a system: the sets, then all of them against lead and against each of sumy's."""
    found = articles(data, split)
    scores = {name: {kind: _scores(rows, name) for kind, rows in found.items()} for name in (*RANKERS, _LEAD)}
    yield line("mean of ROUGE-1 and -2", *found)
    for name, by_set in scores.items():
        yield line(name, *(f"{statistics.fmean(values):.2f}" for values in by_set.values()))
    yield line("neutral against, pooled", "difference", "95 %")
    for name, by_set in scores.items():
        if name != "neutral":
            yield _against(name, scores["neutral"], by_set)
    for kind in found:
        yield _against(f"lead on {kind}", {kind: scores["neutral"][kind]}, {kind: scores[_LEAD][kind]})


def _against(name: str, ours: dict[str, list[float]], theirs: dict[str, list[float]]) -> str:
    differences = [a - b for kind in ours for a, b in zip(ours[kind], theirs[kind], strict=True)]
    low, high = interval(differences)
    return line(f"  {name}", f"{statistics.fmean(differences):+.2f}", f"[{low:+.2f}, {high:+.2f}]")


def _scores(found: Sequence[Article], name: str) -> list[float]:
    return [_score(article, _order(article, name)) for article in found]


def _order(article: Article, name: str) -> list[tuple[int, int]]:
    if name == _LEAD:
        return [(sentence.start, sentence.end) for sentence in segment(article.text, article.language)]
    return [(unit.start, unit.end) for unit in rank(article.text, article.title, article.language, name)]


def _score(article: Article, order: Sequence[tuple[int, int]]) -> float:
    picked: list[tuple[int, list[str]]] = []
    left = article.budget
    for start, end in order:
        if left <= 0:
            break
        picked.append((start, words(article.text[start:end])[:left]))
        left -= len(picked[-1][1])
    summary = [word for _, piece in sorted(picked) for word in piece]
    return max(50 * (_rouge(summary, gold, 1) + _rouge(summary, gold, 2)) for gold in article.summaries)


def _rouge(summary: Sequence[str], gold: Sequence[str], size: int) -> float:
    one, other = (Counter(zip(*(text[at:] for at in range(size)), strict=False)) for text in (summary, gold))
    shared = sum((one & other).values())
    return 2 * shared / max(1, sum(one.values()) + sum(other.values()))
