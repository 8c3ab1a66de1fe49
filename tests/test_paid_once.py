"""Nothing is paid for twice: not by a retry, a repeat, an upload with one changed sentence, another setting, or another language."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from claimwire import job
from claimwire.directory import FolderStore
from claimwire.errors import TryLater
from claimwire.models import Digest
from claimwire.ports import Limits
from claimwire.settings import Settings
from claimwire.translators.chain import Chain
from claimwire.translators.memory import SqliteMemory
from claimwire.wiring import folder_job

KEY = "wire/council.txt"
SENTENCES = [f"The council said it had spent {n} pounds on the bridge over the river." for n in range(130, 160)]


class Turning:
    """Turns the words about; may break down after so many requests."""

    name = "turning"
    shareable = True
    limits = Limits(again=False)

    def __init__(self, breaks_after: int = 1_000_000) -> None:
        self.asked: list[str] = []
        self._left = breaks_after

    def identity(self) -> str:
        return "turning 1"

    def supports(self, source: str, target: str) -> bool:
        return True

    def model(self, source: str, target: str) -> str:
        return "turning/1"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        if self._left <= 0:
            raise TryLater("out of order")
        self._left -= 1
        self.asked += segments
        return [" ".join(reversed(segment.split())) for segment in segments]


Run = Callable[..., tuple[Digest | None, list[str]]]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Runs the job on these sentences with a fresh engine; gives the digest, and what the engine was asked."""
    store = FolderStore(tmp_path / "articles", "articles")
    with closing(SqliteMemory(tmp_path / "memory.sqlite")) as memory:

        def one(sentences: list[str], engine: Turning, **more: object) -> tuple[Digest | None, list[str]]:
            store.put(KEY, " ".join(sentences).encode(), "text/plain")
            wanted = Settings(**{"targets": ("pt",), "detector": "auto"} | more)  # type: ignore[arg-type]
            made = folder_job(store, tmp_path / "out", wanted)
            made = dataclasses.replace(made, chain=Chain([engine], memory))
            return job.run(made, KEY).digest, engine.asked

        yield one


def test_thirty_sentences_are_thirty_segments(run: Run) -> None:
    digest, asked = run(SENTENCES, Turning())
    assert digest is not None
    assert digest.translations[0].status == "ready"
    assert asked == SENTENCES


def test_a_repeat_and_another_setting_ask_nothing(run: Run) -> None:
    run(SENTENCES, Turning())
    assert run(SENTENCES, Turning())[1] == []
    assert run(SENTENCES, Turning(), claims=2)[1] == []
    assert run(SENTENCES, Turning(), epoch=1)[1] == []


def test_one_changed_sentence_of_thirty_is_one_call(run: Run) -> None:
    run(SENTENCES, Turning())
    changed = "The council said it had spent nothing at all on the bridge."
    assert run([*SENTENCES[:12], changed, *SENTENCES[13:]], Turning())[1] == [changed]


def test_a_retry_after_a_breakdown_asks_only_for_the_rest(run: Run) -> None:
    broken = Turning(breaks_after=11)
    with pytest.raises(TryLater):
        run(SENTENCES, broken)
    assert broken.asked == SENTENCES[:11]
    assert run(SENTENCES, Turning())[1] == SENTENCES[11:]


def test_a_new_language_pays_for_itself_alone(run: Run) -> None:
    run(SENTENCES, Turning())
    digest, asked = run(SENTENCES, Turning(), targets=("pt", "es"))
    assert asked == SENTENCES
    assert digest is not None
    assert [each.language for each in digest.translations] == ["pt", "es"]


def test_the_whole_article_after_its_summary_pays_for_the_rest(run: Run) -> None:
    _, first = run(SENTENCES, Turning(), summary_only=True)
    _, rest = run(SENTENCES, Turning())
    assert 0 < len(first) < len(SENTENCES)
    assert sorted(first + rest) == sorted(SENTENCES)
