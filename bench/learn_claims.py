"""What a trainable model reaches on check-worthiness: ``python -m bench.learn_claims --data DIR`` (pure Python; two minutes).

Logistic regression on hashed words, pairs and triples and on the shape of a sentence. ClaimBuster by five-fold cross-validation; the
debates of CLEF by a model learned on ClaimBuster alone. Nothing is written: the licence of that data is non-commercial, and weights
learned from it are not shipped (``claimwire.claims.claim_score`` rests on other data).
"""

from __future__ import annotations

import argparse
import math
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bench.graded import rows

Example = tuple[list[int], int]
"""Buckets of a sentence's features, and whether it is worth checking."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:'\w+)?|[%$?!\"]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BUCKETS = 1 << 19
_EPOCHS = 10
_RATE = 0.15
_DECAY = 2e-5  # 1 / (5 n): the strength that liblinear calls C = 5, the best of 2, 5, 20


def buckets(text: str) -> list[int]:
    """Hashes of all features; one that does not change with the process."""
    return sorted({zlib.crc32(feature.encode()) % _BUCKETS for feature in _features(text)})


def _features(text: str) -> Iterator[str]:
    words = [_shape(word) for word in _WORD.findall(text.lower().replace("’", "'"))]
    yield from words
    yield from (" ".join(pair) for pair in pairwise(words))
    yield from (f"{one} _ {other}" for one, other in zip(words, words[2:], strict=False))
    yield from (" ".join(three) for three in zip(words, words[1:], words[2:], strict=False))
    yield from (f"^{word}" for word in words[:1])
    yield from (f"{word[:4]}*" for word in words if len(word) > 5)
    yield from (f"*{word[-3:]}" for word in words if len(word) > 5)
    capitals = sum(word[:1].isupper() for word in text.split()[1:])
    yield from (f"length {min(8, int(math.log2(len(words) + 1) * 2))}", f"words {min(len(words) // 6, 8)}")
    yield from (f"names {min(capitals, 4)}", f"numbers {min(sum(word[0] == '#' for word in words), 3)}")


def _shape(word: str) -> str:
    """A number becomes its kind: what is counted matters, not how many."""
    if not word[0].isdigit():
        return word
    digits = word.replace(",", "")
    if _YEAR.fullmatch(word):
        return "#year"
    return "#big" if len(digits) > 3 else "#decimal" if "." in word else f"#{len(digits)}"


class Model:
    """Logistic regression by AdaGrad; every sentence has length 1, whatever the number of its features."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._weights = [0.0] * _BUCKETS
        self._squares = [1e-3] * _BUCKETS
        self._bias = 0.0
        for epoch in range(_EPOCHS):
            # Another order each time, the same in every run: strides that have no common divisor with a prime number of places.
            for place in range(len(examples)):
                self._learn(*examples[(place * (7919 + 2 * epoch) + epoch) % len(examples)])

    def score(self, features: Sequence[int]) -> float:
        """Log-odds."""
        weights = self._weights
        return self._bias + sum([weights[each] for each in features]) / math.sqrt(len(features) or 1)

    def _learn(self, features: list[int], worth: int) -> None:
        error = 1 / (1 + math.exp(-self.score(features))) - worth
        size = error / math.sqrt(len(features))
        weights, squares = self._weights, self._squares
        for each in features:
            slope = size + _DECAY * weights[each]
            squares[each] += slope * slope
            weights[each] -= _RATE * slope / math.sqrt(squares[each])
        self._bias -= 0.01 * error


def precision(worth: Sequence[int], scores: Sequence[float]) -> float:
    """Average precision."""
    hits, total = 0, 0.0
    for place, at in enumerate(sorted(range(len(worth)), key=lambda at: -scores[at]), 1):
        hits += worth[at]
        total += hits / place if worth[at] else 0
    return total / max(1, hits)


def auc(worth: Sequence[int], scores: Sequence[float]) -> float:
    """Area under the curve; scores without ties."""
    order = sorted(range(len(worth)), key=lambda at: scores[at])
    hits = sum(worth)
    ranks = sum(place for place, at in enumerate(order, 1) if worth[at])
    return (ranks - hits * (hits + 1) / 2) / (hits * (len(worth) - hits))


def across(examples: Sequence[Example], folds: int = 5) -> tuple[float, float]:
    """Average precision and area under the curve of sentences that the model does not know."""
    scores = [0.0] * len(examples)
    for fold in range(folds):
        model = Model([example for number, example in enumerate(examples) if number % folds != fold])
        for number in range(fold, len(examples), folds):
            scores[number] = model.score(examples[number][0])
    worth = [example[1] for example in examples]
    return precision(worth, scores), auc(worth, scores)


def debates(model: Model, data: Path) -> float:
    """Mean average precision over the debates that have a sentence worth checking."""
    found = []
    for debate in rows(data, "clef_checkthat_debates"):
        worth = [int(sentence["label"]) for sentence in debate["sentences"]]
        if debate["lang"] == "en" and any(worth):
            found.append(precision(worth, [model.score(buckets(each["text"])) for each in debate["sentences"]]))
    return sum(found) / len(found)


def examples(data: Path) -> list[Example]:
    """ClaimBuster's sentences; the same sentence twice is in one fold, because equal texts follow one another."""
    found: Iterable[tuple[str, int]] = ((row["text"], row["label"]) for row in rows(data, "claimbuster_ct24_en"))
    return [(buckets(text), worth) for text, worth in sorted(set(found), key=lambda pair: zlib.crc32(pair[0].encode()))]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    data = parser.parse_args().data
    known = examples(data)
    average, area = across(known)
    print(f"ClaimBuster, {len(known)} sentences, five folds: AP {average:.3f}, AUC {area:.3f}")
    print(f"CLEF debates, learned on ClaimBuster alone: MAP {debates(Model(known), data):.3f}")


if __name__ == "__main__":
    main()
