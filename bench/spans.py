"""Marked spans beside predicted ones: characters that are no white space, best overlap first, each taken once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

Places = frozenset[int]


@dataclass(frozen=True)
class Said:
    """What is said, and who says it: places in a text."""

    content: Places
    speaker: Places


class Scores(NamedTuple):
    """F1 of contents that overlap by half, and by four fifths; share of those by half whose speaker overlaps by half."""

    half: float
    most: float
    speaker: float


def matched(documents: Iterator[tuple[list[Said], list[Said]]]) -> Scores:
    """Scores over documents, each with its gold and what was found."""
    true = found = half = most = speakers = right = 0
    for gold, guesses in documents:
        true, found = true + len(gold), found + len(guesses)
        for overlap, one, guess in _pairs(gold, guesses):
            half, most = half + (overlap >= 0.5), most + (overlap >= 0.8)
            if overlap >= 0.5 and one.speaker:
                speakers += 1
                right += _overlap(one.speaker, guess.speaker) >= 0.5
    total = max(1, true + found)
    return Scores(2 * half / total, 2 * most / total, right / max(1, speakers))


def _pairs(gold: list[Said], guesses: list[Said]) -> Iterator[tuple[float, Said, Said]]:
    overlaps = sorted(
        (
            (_overlap(one.content, guess.content), at, by)
            for at, one in enumerate(gold)
            for by, guess in enumerate(guesses)
        ),
        reverse=True,
    )
    taken, used = set[int](), set[int]()
    for overlap, at, by in overlaps:
        if overlap and at not in taken and by not in used:
            taken.add(at)
            used.add(by)
            yield overlap, gold[at], guesses[by]


def _overlap(one: Places, other: Places) -> float:
    return len(one & other) / max(1, len(one | other))
