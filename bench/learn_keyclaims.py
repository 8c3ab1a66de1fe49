"""Makes the weights of the ranker ``neutral``: ``python -m bench.learn_keyclaims --data DIR`` (numpy; a minute).

Ridge regression of each unit's gain, ``2 ** grade - 1``, on the standardised features; every article counts alike, and only how a unit
differs from its own article. With ``--folds 5`` it writes nothing and prints nDCG@5 on articles that were not learned from.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.graded import Graded, graded
from claimwire.claims.rankers import neutral
from claimwire.claims.rankers.features import raw
from claimwire.claims.rankers.features.columns import standardised

Array = NDArray[np.float64]

REASONS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("keyclaims_reasons.toml").read_text("utf-8"))
NAMES = [name for parts in REASONS.values() for name in parts]

_PENALTY = 30.0  # the best of 20, 30, 50, 80 in cross-validation, by less than .001
_DIGITS = 3


class Sums:
    """What ridge regression needs to know of an article."""

    def __init__(self, article: Graded) -> None:
        columns = raw(article.material)
        self.rows: Array = np.array([standardised(columns[name]) for name in NAMES]).T
        self.grades = article.grades
        gains = 2.0 ** np.array(article.grades) - 1
        self.squares: Array = self.rows.T @ self.rows / len(gains)
        self.products: Array = self.rows.T @ (gains - gains.mean()) / len(gains)


def fit(articles: Sequence[Sums]) -> Array:
    """A weight a feature."""
    squares = np.sum([article.squares for article in articles], axis=0)
    products = np.sum([article.products for article in articles], axis=0)
    return np.asarray(np.linalg.solve(squares + _PENALTY * np.eye(len(NAMES)), products), np.float64)


def ndcg(article: Sums, weights: Array, most: int = 5) -> float:
    """Gain of the first five, of what the best order would have; 1 for an article without gain."""
    order = np.argsort(-(article.rows @ weights), kind="stable")
    best = _gain(sorted(article.grades, reverse=True)[:most])
    return _gain([article.grades[at] for at in order[:most]]) / best if best else 1.0


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def across(articles: Sequence[Sums], folds: int) -> float:
    """Mean nDCG@5 of articles that the weights do not know."""
    found = []
    for fold in range(folds):
        weights = fit([article for number, article in enumerate(articles) if number % folds != fold])
        found += [ndcg(article, weights) for article in articles[fold::folds]]
    return sum(found) / len(found)


def write(weights: Array) -> None:
    """The weights under the reasons that a reader is shown."""
    of = dict(zip(NAMES, weights, strict=True))
    data = {reason: {name: round(float(of[name]), _DIGITS) for name in parts} for reason, parts in REASONS.items()}
    Path(str(neutral.__file__)).with_suffix(".json").write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def main() -> None:
    """Write neutral.json, or measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    articles = [Sums(article) for article in graded(given.data) if len(article.grades) > 2]
    if given.folds:
        print(f"{len(articles)} articles, nDCG@5 {across(articles, given.folds):.4f}")
    else:
        write(fit(articles))


if __name__ == "__main__":
    main()
