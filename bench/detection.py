"""Detection of languages: accuracy, what is surely wrong, time, hard texts and sameness; ours and the peers in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench import detection_certainty as certainty
from bench.detection_certainty import Answer, of
from bench.detection_edges import edges
from bench.detection_peers import Detect, detectors, ours
from bench.detection_sets import KINDS, Sample, chosen, documents, right, samples, spread
from claimwire.detectors import detect

_FIRST = """
import time, sys
from claimwire.detectors import detect
text = sys.stdin.read()
start = time.perf_counter()
detect(text)
print(round(1000 * (time.perf_counter() - start)), "numpy" in sys.modules or "langdetect" in sys.modules)
"""


def table(data: Path, split: str) -> Iterator[str]:
    """Rows of Markdown: one table for accuracy and cost, one for certainty, one for hard texts, and a few facts."""
    found = samples(data, split)
    every, absent = detectors()
    yield f"{len(found):,} texts of NTREX {split}; news: 50 languages; grouped: hr, bs and sr-Latn are one; macro average over languages"
    answers: dict[str, list[Answer]] = {}
    yield "| detector | news grouped t/s/p/a | news strict t/s/p/a | all languages grouped t/s/p/a | ms t/s/p/a |"
    yield "|---|---|---|---|---|"
    for name, guess in every.items():
        answers[name] = [_ask(guess, sample) for sample in found]
        yield _accuracy(name, answers[name])
    yield from certainty.rows(answers)
    yield from _hard(every, documents(data, split))
    yield from _same([sample.text for sample in spread(found, 300)])
    yield from (
        _first(kind, [sample.text for sample in found if (sample.kind, sample.language) == (kind, "en")])
        for kind in KINDS
    )
    yield from (f"{name}: not installed, left out" for name in absent)


def _ask(guess: Detect, sample: Sample) -> Answer:
    start = time.perf_counter()
    code, confidence = guess(sample.text)
    return Answer(sample, code, confidence, 1000 * (time.perf_counter() - start))


def _accuracy(name: str, answers: Sequence[Answer]) -> str:
    news = [answer for answer in answers if answer.sample.language in chosen("news")]
    cells = [
        [f"{_macro(of(each, kind), grouped):.2f}" for kind in KINDS]
        for each, grouped in ((news, True), (news, False), (answers, True))
    ]
    took = [f"{statistics.median(answer.took for answer in of(news, kind)):.3f}" for kind in KINDS]
    return f"| {name} | {' | '.join(' / '.join(cell) for cell in [*cells, took])} |"


def _macro(answers: Sequence[Answer], grouped: bool) -> float:
    """Percent right, the mean over languages."""
    by_language: dict[str, list[bool]] = {}
    for answer in answers:
        by_language.setdefault(answer.sample.language, []).append(answer.right(grouped=grouped))
    return 100 * statistics.mean(statistics.mean(hits) for hits in by_language.values())


def _hard(every: dict[str, Detect], found: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    names = list(every)
    yield f"| of 40 | {' | '.join(names)} | auto: others told right |"
    yield "|---" * (len(names) + 2) + "|"
    for kind, made in edges(found).items():
        cells = [sum(right(edge.language, every[name](edge.text)[0], grouped=True) for edge in made) for name in names]
        told = sum(detect(edge.text).mixed == edge.mixed for edge in made)
        yield f"| {kind} | {' | '.join(map(str, cells))} | {told} |"


def _same(texts: Sequence[str]) -> Iterator[str]:
    """Sameness over runs and threads."""
    guess = ours("auto")
    first = [guess(text) for text in texts]
    runs = sum([guess(text) for text in texts] == first for _ in range(19))
    with ThreadPoolExecutor(16) as pool:
        threads = sum(given == first for given in pool.map(lambda _: [guess(text) for text in texts], range(16)))
    yield f"auto: {runs} of 19 more runs over {len(texts)} texts and {threads} of 16 threads gave the same answers"


def _first(kind: str, texts: Sequence[str]) -> str:
    """The time of the first answer after the import, each in a process of its own."""
    code = [sys.executable, "-c", _FIRST]
    runs = [subprocess.run(code, input=text, check=True, capture_output=True, text=True) for text in spread(texts, 15)]
    times, slow = zip(*(run.stdout.split() for run in runs), strict=True)
    return (
        f"auto: first answer on an English {kind} {statistics.median(map(int, times)):.0f} ms after import (median of"
        f" {len(runs)}); loaded numpy or langdetect for it: {slow.count('True')}"
    )
