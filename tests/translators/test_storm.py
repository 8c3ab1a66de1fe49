"""Each engine behind its chain in bad weather: every sentence is translated right or flagged, and no usable answer is paid for twice."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from claimwire.translators.chain import Chain
from claimwire.translators.memory import SqliteMemory
from claimwire.translators.patience import Clock
from tests.translators.servers import SERVICES, served
from tests.translators.servers.phrases import sentences, translated
from tests.translators.servers.storm import Storm, sheltered

ARTICLES, LENGTH = 40, 10


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_nothing_is_lost_swapped_or_paid_for_twice(name: str, tmp_path: Path) -> None:
    storm = Storm(name, share=1.5)
    articles = [list(sentences(LENGTH, 10_000 + LENGTH * number)) for number in range(ARTICLES)]
    hasty = Clock(time.monotonic, lambda seconds: time.sleep(seconds / 100))
    with closing(SqliteMemory(tmp_path / "memory")) as memory, served(name, storm, timeout=1.0) as (engine, _):
        chain = Chain([engine], memory, hasty)
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda texts: sheltered(chain, texts, "pt"), articles))
    assert storm.seen.total() - storm.seen["fair"] > 3
    for texts, answers in zip(articles, found, strict=True):
        wrong = [one.text for text, one in zip(texts, answers, strict=True) if one.text != translated(text, "pt")]
        assert wrong == [one.text for one in answers if one.warnings]
        assert len(wrong) <= 1
    distinct = sum(len(text) for texts in articles for text in texts)
    assert chain.meter.used[name] <= distinct
    assert storm.usable <= 1.02 * distinct + LENGTH * ARTICLES  # and the ends of lines


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_sixteen_threads_get_their_own_answers(name: str) -> None:
    texts = list(sentences(320))
    with served(name) as (engine, _), ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda text: engine.translate([text], "en", "de")[0], texts))
    assert found == [translated(text, "de") for text in texts]
