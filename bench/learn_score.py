"""Makes the weights of ``claim_score``: ``python -m bench.learn_score --data DIR`` (numpy; a minute).

Logistic regression of "grade 2 or 3" on the features of a unit that stands alone, over the graded articles that the ranker is learned
from. Prints the area under the curve on articles that were not learned from, in five folds.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from bench.graded import graded
from claimwire.claims import score
from claimwire.claims.score import Model, form

Array = NDArray[np.float64]

NAMES = (
    "length", "length in words", "odd length", "short", "long", "numbers", "a number", "year", "digits", "cue", "named speaker",
    "quoted", "reported", "stance", "speaker", "pronoun", "in quotation marks", "quotation", "opens with quotation",
    "nothing but quotation", "short quotation", "question", "exclamation", "colon", "bracket", "dash", "commas", "dots", "semicolon",
    "no end", "names", "share of names", "long words", "short beginning", "beginning",
)  # fmt: skip
_PENALTY = 3.0
_STEPS = 12


def table(data: Path) -> tuple[Array, Array, Array]:
    """Rows with a 1 at their end, whether each is a claim worth having, and the number of its article."""
    rows, worth, articles = [], [], []
    for number, article in enumerate(graded(data)):
        for unit, grade in zip(article.material.candidates, article.grades, strict=True):
            columns = form(unit, article.material.language)
            rows.append([*(columns[name] for name in NAMES), 1.0])
            worth.append(float(grade >= 2))
            articles.append(float(number))
    return np.array(rows), np.array(worth), np.array(articles)


def fit(rows: Array, worth: Array) -> Array:
    """Newton's method; the last weight is the bias."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (chance - worth) + _PENALTY * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + _PENALTY * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def auc(worth: Array, scores: Array) -> float:
    """How often a claim worth having is above another; scores without ties."""
    ranks = np.argsort(np.argsort(scores)) + 1.0
    hits = float(worth.sum())
    return float((ranks[worth > 0].sum() - hits * (hits + 1) / 2) / (hits * (len(worth) - hits)))


def across(rows: Array, worth: Array, articles: Array, folds: int = 5) -> float:
    """Area under the curve, each article scored by weights that do not know it."""
    scores = np.zeros(len(worth))
    for fold in range(folds):
        test = articles % folds == fold
        scores[test] = rows[test] @ fit(rows[~test], worth[~test])
    return auc(worth, scores)


def write(weights: Sequence[float]) -> None:
    """score.json, to three places."""
    *parts, bias = (round(float(weight), 3) for weight in weights)
    data = msgspec.json.encode(Model(bias=bias, weights=dict(zip(NAMES, parts, strict=True))))
    Path(str(score.__file__)).with_suffix(".json").write_bytes(msgspec.json.format(data, indent=1) + b"\n")


def main() -> None:
    """Print what the weights are worth, and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    rows, worth, articles = table(parser.parse_args().data)
    print(f"{len(worth)} units, area under the curve {across(rows, worth, articles):.3f}")
    write(list(fit(rows, worth)))


if __name__ == "__main__":
    main()
