"""Answers that stand with another segment's text: an engine or a proxy that mixes up what it was asked at one time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from claimwire.translators.checks import lengths
from claimwire.translators.checks.evidence import evidence
from claimwire.translators.checks.pair import Pair, pair

# Learned on NTREX dev, English and 34 languages (logistic regression on what swapping two answers of an article changes).
_NUMBER, _NAME, _STEM, _WORD, _MARK, _LENGTH = 3.0, 0.5, 0.5, 1.1, 1.5, 0.36
_GAIN = 2.5  # by how much answers fit better the other way round; so much in 1 of 500 segments of human translations
_POOR = 16.0  # an answer that fits its own text so well is not looked at further
_FAR = 30  # segments; what is asked at one time stands near
_FARTHEST = 3.5  # spreads of length; more does not tell more


def misplaced(pairs: Sequence[tuple[str, str]], source: str, target: str) -> dict[int, str]:
    """Which answers fit the text of another segment of the article better, and that segment's answer theirs.

    Args:
        pairs: source text and answer of each segment of an article, in order; an empty answer is passed over.
        source: code of the source's language.
        target: code of the target's.

    Returns:
        The reason, in words for people, by the index of the segment.
    """
    article = Article([pair(*each, source, target) for each in pairs])
    poor = [at for at, (_, answer) in enumerate(pairs) if answer.strip() and article.fit(at, at) < _POOR]
    found: dict[int, tuple[float, int]] = {}
    for place, one in enumerate(poor):
        for other in poor[place + 1 : place + 1 + _FAR]:
            gain = article.gain(one, other)
            for at, there in ((one, other), (other, one)):
                if gain >= max(_GAIN, found.get(at, (0.0, 0))[0]):
                    found[at] = gain, there
    return {at: f"the answer fits the text of segment {there + 1} better" for at, (_, there) in sorted(found.items())}


class Article:
    """The segments of an article, and how well any answer fits any text of it."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self._texts = [evidence(each.source_text, each.source) for each in pairs]
        self._answers = [evidence(each.answer, each.target) for each in pairs]
        self._held = Counter(key for each in self._answers for key in (*each.names, *each.stems, *each.words))
        self._fits: dict[tuple[int, int], float] = {}

    def fit(self, text: int, answer: int) -> float:
        """How well the answer fits the text: agreement that chance would not bring."""
        if (text, answer) not in self._fits:
            self._fits[text, answer] = self._agreement(text, answer) - self._length(text, answer)
        return self._fits[text, answer]

    def gain(self, one: int, other: int) -> float:
        """How much better two answers fit the other way round."""
        return self.fit(one, other) + self.fit(other, one) - self.fit(one, one) - self.fit(other, other)

    def _agreement(self, text: int, answer: int) -> float:
        one, other = self._texts[text], self._answers[answer]
        numbers = len(one.numbers & other.numbers) - 0.5 * len(one.numbers ^ other.numbers)
        shared = (
            _NAME * self._rarity(one.names & other.names)
            + _STEM * self._rarity(one.stems & other.stems)
            + _WORD * self._rarity(one.words & other.words)
        )
        return _NUMBER * numbers + shared - _MARK * len(one.marks ^ other.marks)

    def _rarity(self, keys: Iterable[str]) -> float:
        """What they tell: a name that every segment has tells nothing."""
        return sum(math.log((len(self._answers) + 1) / self._held[key]) for key in sorted(keys))

    def _length(self, text: int, answer: int) -> float:
        asked, given = self._pairs[text], self._pairs[answer]
        distance = lengths.score(Pair(asked.source_text, given.answer, asked.source, asked.target))
        return _LENGTH * min(_FARTHEST, abs(distance)) ** 2
