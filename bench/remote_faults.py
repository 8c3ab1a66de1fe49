"""What engines make of bad weather, and of many threads."""

from __future__ import annotations

import functools
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from deep_translator import GoogleTranslator

from claimwire.models import Translated
from claimwire.ports import Engine
from claimwire.translators.chain import Chain
from claimwire.translators.memory import SqliteMemory
from tests.translators.servers import SERVICES, served
from tests.translators.servers.phrases import sentences, translated
from tests.translators.servers.storm import Storm, sheltered

ARTICLES, LENGTH = 1_000, 10
THREADS, ANSWERS = 16, 10_000


def storm() -> Iterator[str]:
    """1,000 articles through each engine while its service fails in five ways; time-out 0.5 s, all else as it is.

    ``paid``: characters that the service translated and sent, to distinct characters of source. ``wasted``: sent, with no usable answer.
    """
    yield f"{ARTICLES} articles of {LENGTH} sentences; 5 % 429, 5 % 500, 3 % resets, 2 % hangs, 2 % garbage"
    heads = ("requests", "faults", "right", "flagged", "wrong", "lost", "paid", "used", "wasted", "seconds")
    yield f"  {'engine':12}{''.join(f'{head:>9}' for head in heads)}"
    articles = [list(sentences(LENGTH, 100_000 + LENGTH * number)) for number in range(ARTICLES)]
    distinct = sum(len(text) for texts in articles for text in texts)
    for name in sorted(SERVICES):
        weather = Storm(name)
        start = time.perf_counter()
        chain, found = _weathered(name, weather, articles)
        seconds = time.perf_counter() - start
        right, flagged, wrong = _judged(articles, found)
        used, total = chain.meter.used[name], chain.meter.total[name]
        counts = (weather.seen.total(), weather.seen.total() - weather.seen["fair"], right, flagged, wrong)
        shares = (weather.usable / distinct, used / distinct, (total - used) / distinct)
        lost = ARTICLES * LENGTH - right - flagged - wrong
        yield (
            f"  {name:12}{''.join(f'{count:9}' for count in (*counts, lost))}"
            f"{''.join(f'{share:9.4f}' for share in shares)}{seconds:9.1f}"
        )


def _weathered(name: str, weather: Storm, articles: list[list[str]]) -> tuple[Chain, list[list[Translated]]]:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(SqliteMemory(Path(folder) / "memory")) as memory,
        served(name, weather, timeout=0.5) as (engine, _),
        ThreadPoolExecutor(THREADS) as pool,
    ):
        chain = Chain([engine], memory)
        return chain, list(pool.map(lambda texts: sheltered(chain, texts, "pt"), articles))


def _judged(articles: list[list[str]], found: list[list[Translated]]) -> tuple[int, int, int]:
    pairs = [
        (one.text == translated(text, "pt"), bool(one.warnings))
        for texts, answers in zip(articles, found, strict=True)
        for text, one in zip(texts, answers, strict=False)
    ]
    right = sum(good for good, _ in pairs)
    flagged = sum(warned for good, warned in pairs if not good)
    return right, flagged, len(pairs) - right - flagged


def threads() -> Iterator[str]:
    """10,000 answers by 16 threads that share one engine; deep-translator's shared object beside it."""
    yield f"{ANSWERS} answers by {THREADS} threads that share one engine"
    yield f"  {'engine':28}{'mixed':>7}{'answers/s':>11}"
    for name in sorted(SERVICES):
        with served(name) as (engine, _):
            yield _mixed(name, functools.partial(_alone, engine))
    with served("google") as (_, server):
        peer = GoogleTranslator("en", "de")
        peer._base_url = f"{server.url}/m"
        yield _mixed("deep-translator, shared", peer.translate)


def _alone(engine: Engine, text: str) -> str | None:
    return engine.translate([text], "en", "de")[0]


def _mixed(name: str, ask: Callable[[str], str | None]) -> str:
    texts = list(sentences(ANSWERS))
    start = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(ask, texts))
    seconds = time.perf_counter() - start
    mixed = sum(answer != translated(text, "de") for text, answer in zip(texts, found, strict=True))
    return f"  {name:28}{mixed:7}{ANSWERS / seconds:11.0f}"
