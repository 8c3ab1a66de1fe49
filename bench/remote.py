"""Remote engines against local services with latency, with faults, from many threads; deep-translator in the same run.

``python -m bench.remote [throughput|storm|threads]``; without a name, all three. Takes about three minutes, most of them deep-translator's.
"""

from __future__ import annotations

import argparse
import functools
import math
import statistics
import time
from collections.abc import Callable, Iterator

import msgspec
from deep_translator import GoogleTranslator

from bench.remote_faults import storm, threads
from claimwire.ports import Engine
from claimwire.translators.chain import Chain
from tests.translators.servers import SERVICES, served
from tests.translators.servers.phrases import LANGUAGES, sentences, translated

LATENCY, COUNT, AT_ONCE = 0.3, 40, 16


def throughput() -> Iterator[str]:
    """Seconds for 40 sentences into each of five languages, one sentence a request, and as the engine packs them."""
    texts = list(sentences(COUNT))
    one, every = (1.3 * math.ceil(count / AT_ONCE) * LATENCY for count in (COUNT, COUNT * len(LANGUAGES)))
    yield f"{COUNT} sentences into each of {len(LANGUAGES)} languages, {AT_ONCE} at once, {LATENCY:g} s a request"
    yield f"allowed: {one:.2f} s a language, {every:.2f} s for all as if they were one queue"
    yield f"  {'engine':28}{'requests':>9}{'median':>9}{'worst':>9}{'all':>9}{'right':>7}"
    for name in sorted(SERVICES):
        for packed in (False, True):
            with served(name, latency=LATENCY, at_once=str(AT_ONCE)) as (engine, server):
                engine.translate(
                    ["Good morning."], "en", "pt"
                )  # clients, connections and lists of languages are made once
                server.calls.clear()
                found = _run(functools.partial(_ours, Chain([engine if packed else _one_by_one(engine)]), texts))
                yield _row(f"{name}{', packed' if packed else ''}", len(server.calls), *found)
    with served("google", latency=LATENCY) as (_, server):
        found = _run(lambda target: _peer(server.url, target).translate_batch(texts))
        yield _row("deep-translator, batch", len(server.calls), *found)


def _ours(chain: Chain, texts: list[str], target: str) -> list[str]:
    return [one.text for one in chain.translate(texts, "en", target)]


def _one_by_one(engine: Engine) -> Engine:
    engine.limits = msgspec.structs.replace(engine.limits, texts=1, lines=False)
    return engine


def _run(translate: Callable[[str], list[str]]) -> tuple[list[float], int]:
    """Seconds by language, and how many answers are right."""
    times, right = [], 0
    for target in LANGUAGES:
        start = time.perf_counter()
        answers = translate(target)
        times.append(time.perf_counter() - start)
        right += sum(answer == translated(text, target) for text, answer in zip(sentences(COUNT), answers, strict=True))
    return times, right


def _peer(url: str, target: str) -> GoogleTranslator:
    peer = GoogleTranslator("en", target)
    peer._base_url = f"{url}/m"
    return peer


def _row(name: str, requests: int, times: list[float], right: int) -> str:
    return f"  {name:28}{requests:9}{statistics.median(times):9.2f}{max(times):9.2f}{sum(times):9.2f}{right:7}"


TABLES = {"throughput": throughput, "storm": storm, "threads": threads}


def main() -> None:
    """Print the rows as they come."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("table", choices=TABLES, nargs="?")
    given = parser.parse_args()
    for name, table in TABLES.items():
        if given.table in {name, None}:
            for row in table():
                print(row, flush=True)


if __name__ == "__main__":
    main()
