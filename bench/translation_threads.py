"""Sixteen threads on one instance of each engine of this machine: does anyone get another's answer?"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from bench.rows import line
from claimwire.ports import Engine
from claimwire.translators.apertium import Apertium
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
from claimwire.translators.modes import Modes
from claimwire.translators.pivot import Pivot

THREADS, QUESTIONS, DISTINCT = 16, 10_000, 500
ENGINES: dict[str, tuple[Callable[[], Engine], str, str]] = {
    "firefox": (Firefox, "en", "pt"),
    "firefox, two processes": (lambda: Firefox(workers=2), "en", "pt"),
    "apertium, one mode": (Modes, "pt", "es"),
    "apertium, en to es": (Apertium, "en", "es"),
    "pivot:pt, en to es": (lambda: Pivot([Firefox(), Apertium()], via="pt"), "en", "es"),
}


def table() -> Iterator[str]:
    """One row an engine: answers that are not those that the same text gets alone."""
    yield line(f"{THREADS} threads", "questions", "wrong answers", "seconds")
    for name, (make, source, target) in ENGINES.items():
        engine = make()
        if not engine.supports(source, target):
            yield line(name, "not installed")
            continue
        texts = [f"{'Foram' if source == 'pt' else 'Item'} {number}." for number in range(DISTINCT)]
        chain = Chain([engine])
        alone = {text: chain.translate([text], source, target)[0].text for text in texts}
        start = time.monotonic()
        wrong = _wrong(chain, source, target, alone)
        yield line(name, str(QUESTIONS), str(wrong), f"{time.monotonic() - start:.0f}")


def _wrong(chain: Chain, source: str, target: str, alone: dict[str, str]) -> int:
    texts = list(alone)
    asked = [texts[number * 7 % DISTINCT] for number in range(QUESTIONS)]
    with ThreadPoolExecutor(THREADS) as pool:
        found = pool.map(lambda text: chain.translate([text], source, target)[0].text, asked)
        return sum(answer != alone[text] for text, answer in zip(asked, found, strict=True))
