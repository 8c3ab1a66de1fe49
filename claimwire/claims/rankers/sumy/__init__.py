"""sumy's algorithms as rankers: they get our units and our words, and give their own scores.

Stop words are left out where a list of them is at hand (stopwords.py). Words are not stemmed: the stemmers would be nltk's. ``edmundson``
is given the headline's words as its bonus words, as it has no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from claimwire.claims.rankers.material import Candidate, Material, Ranker
from claimwire.claims.rankers.sumy.names import NAMES

# Words of an article that an algorithm reads: so many took it about a second. Work grows with the square of the words, in kl with the cube.
MOST = {
    "edmundson": 100_000, "kl": 3_000, "lexrank": 8_000, "lsa": 8_000,
    "luhn": 20_000, "reduction": 5_000, "sumbasic": 30_000, "textrank": 6_000,
}  # fmt: skip
_LEAST = 20  # words that a unit counts as, so that many short ones do not make many more pairs


def rank(name: str, material: Material) -> list[dict[str, float]]:
    """The algorithm's own scores for the units within its limit; what stands after them follows in text order, below them all.

    Where it finds nothing to compare (one unit, no common word) all are equal, and text order decides.
    """
    from claimwire.claims.rankers.sumy.rating import scores

    read = _within(material.candidates, MOST[name])
    scored = scores(name, Material(material.candidates[:read], material.title, material.language), MOST[name])
    lowest, beyond = min(scored, default=0.0), len(material.candidates) - read
    return [{name: score} for score in scored] + [
        {f"beyond {name}": round(min(lowest, 0.0) - number / beyond, 6)} for number in range(1, beyond + 1)
    ]


def rankers() -> dict[str, Ranker]:
    """One ranker an algorithm, by name."""
    return {name: partial(rank, name) for name in NAMES}


def _within(candidates: Sequence[Candidate], most: int) -> int:
    """How many units have ``most`` words together; at least one is read."""
    total = 0
    for number, candidate in enumerate(candidates):
        total += max(_LEAST, len(candidate.words))
        if total > most and number:
            return number
    return len(candidates)


__all__ = ["MOST", "NAMES", "rank", "rankers"]
