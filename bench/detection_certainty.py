"""What a detector's certainty is worth: how much of the news it covers at 99 %, and what it says surely of strange languages."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from bench.detection_sets import KINDS, Sample, chosen, right
from claimwire.detectors.calibration import SURE

_PRECISE = 0.99


class Answer(Struct, frozen=True):
    """What a detector said of a sample, how sure it was, and the milliseconds that took."""

    sample: Sample
    code: str
    confidence: float
    took: float

    def right(self, *, grouped: bool = True) -> bool:
        """Whether that is the sample's language."""
        return right(self.sample.language, self.code, grouped=grouped)


def of(answers: Sequence[Answer], kind: str) -> list[Answer]:
    """The answers to one kind of samples."""
    return [answer for answer in answers if answer.sample.kind == kind]


def rows(answers: Mapping[str, Sequence[Answer]]) -> Iterator[str]:
    """How much of the news gets an answer at 99 % precision, and what is said surely of languages that langdetect lacks."""
    yield (
        f"| detector | news: coverage at 99 % t/s/p/a | langdetect lacks: answers from {SURE} t/s/p/a, % of texts"
        " | of these right t/s/p/a, all, % | wrong and sure, % of texts |"
    )
    yield "|---|---|---|---|---|"
    yield from (_row(name, given) for name, given in answers.items())


def _row(name: str, given: Sequence[Answer]) -> str:
    news = [answer for answer in given if answer.sample.language in chosen("news")]
    rest = [answer for answer in given if answer.sample.language not in chosen("langdetect")]
    sure = [answer for answer in rest if answer.confidence >= SURE]
    cover = " / ".join(f"{_coverage(of(news, kind)):.1f}" for kind in KINDS)
    shares = " / ".join(f"{100 * len(of(sure, kind)) / len(of(rest, kind)):.0f}" for kind in KINDS)
    hits = " / ".join(f"{_percent_right(of(sure, kind)):.1f}" for kind in KINDS)
    wrong = 100 * sum(not answer.right() for answer in sure) / len(rest)
    return f"| {name} | {cover} | {shares} | {hits}, {_percent_right(sure):.2f} | {wrong:.1f} |"


def _percent_right(answers: Sequence[Answer]) -> float:
    return 100 * statistics.mean(answer.right() for answer in answers) if answers else 100.0


def _coverage(answers: Sequence[Answer]) -> float:
    """Percent of the texts that can be answered, the surest first, with 99 of 100 right."""
    ranked = sorted((answer for answer in answers if answer.code != "und"), key=lambda answer: -answer.confidence)
    hits = best = 0
    for number, answer in enumerate(ranked, 1):
        hits += answer.right()
        last = number == len(ranked) or ranked[number].confidence < answer.confidence
        best = number if last and hits >= _PRECISE * number else best
    return 100 * best / len(answers)
