"""What two passages have in common, with no word list: rare words by their first letters, pairs of signs where a script parts no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain, pairwise

from claimwire.claims.words.tokens import words

_STEM = 5  # letters: endings differ after them in the inflected languages of news
_SHORTEST = 4  # letters: shorter words are mostly grammar
_COMMON = 0.34  # share of the passages from which a word tells nothing


class Gists:
    """The gist of each passage of one article; words that most passages hold are left out."""

    def __init__(self, passages: Iterable[str]) -> None:
        found = [stems(passage) for passage in passages]
        self._counts = Counter(chain.from_iterable(found))
        self._most = max(3, _COMMON * len(found))
        self._told: dict[str, frozenset[str]] = {}  # claims and caveats are compared again and again

    def __call__(self, passage: str) -> frozenset[str]:
        """Its telling words."""
        if passage not in self._told:
            self._told[passage] = frozenset(stem for stem in stems(passage) if self._counts[stem] <= self._most)
        return self._told[passage]


def stems(passage: str) -> set[str]:
    """First letters of its longer words and numbers, and neighbouring signs of unspaced scripts in pairs."""
    found = words(passage)
    long = {word[:_STEM] for word in found if len(word) >= _SHORTEST or word[0].isdigit()}
    if passage.isascii():
        return long
    return long | {
        one + other for one, other in pairwise(found) if len(one) == len(other) == 1 and not (one + other).isascii()
    }
