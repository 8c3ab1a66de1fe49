"""What a chain remembers by: people first, then engine, the pair's own model, options; nothing that is another pair's business."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claimwire.models import Translated
from claimwire.translators.chain import Chain
from claimwire.translators.keys import Recall, human
from claimwire.translators.memory import SqliteMemory
from tests.translators.test_chain import ONE, TWO, Scripted, turned


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[SqliteMemory]:
    with closing(SqliteMemory(tmp_path / "memory.sqlite")) as opened:
        yield opened


class Many(Scripted):
    """Its identity names the models of all pairs."""

    installed = "en-pt"

    def identity(self) -> str:
        return f"{self.name} models={self.installed}"

    def manner(self) -> str:
        return "cut=300"


def test_another_pair_s_model_makes_nothing_forgotten(memory: SqliteMemory) -> None:
    Chain([Many("a")], memory).translate([ONE], "en", "pt")
    more = Many("a")
    more.installed = "en-pt,en-es"
    Chain([more], memory).translate([ONE], "en", "pt")
    assert more.asked == []


def test_the_real_engine_s_keys_do_not_move_with_other_pairs_weights(tmp_path: Path) -> None:
    from claimwire.translators.firefox import Firefox

    recall = Recall(None, 0)
    before = recall.keys(Firefox(models=tmp_path), [ONE], ("en", "pt"))
    (tmp_path / "en-es").mkdir()
    for name in ("model.bin", "vocab.spm"):
        (tmp_path / "en-es" / name).write_bytes(b"weights")
    after = Firefox(models=tmp_path)
    assert recall.keys(after, [ONE], ("en", "pt")) == before
    assert "en-es" in after.identity()


def test_people_are_asked_first_whatever_the_engine(memory: SqliteMemory) -> None:
    said = Translated(text="O ministro sai na segunda.", engine="human")
    Chain([Scripted("a")], memory).translate([ONE], "en", "pt")
    memory.put({human(ONE, "en", "pt"): said})
    for engine in (Scripted("a"), Scripted("b", model="n")):
        assert Chain([engine], memory).translate([ONE, TWO], "en", "pt")[0] == said
        assert ONE not in engine.asked
    assert Chain([Scripted("a")], memory).translate([ONE], "en", "es")[0].text == turned(ONE)


def test_people_s_words_alone_need_no_engine_in_order(memory: SqliteMemory) -> None:
    memory.put({human(ONE, "en", "pt"): Translated(text="Sim.", engine="human")})

    def broken(_: str) -> str:
        raise AssertionError("asked")

    assert Chain([Scripted("a", broken)], memory).translate([f" {ONE}\n"], "en", "pt")[0].text == "Sim."


def test_one_changed_sentence_of_thirty_is_one_call(memory: SqliteMemory) -> None:
    article = [f"The council spent {n} pounds on the bridge over the river." for n in range(130, 160)]
    Chain([Scripted("a")], memory).translate(article, "en", "pt")
    second, third = Scripted("a"), Scripted("a")
    Chain([second], memory).translate(article, "en", "pt")
    Chain([third], memory).translate([*article[:12], "The council spent nothing at all.", *article[13:]], "en", "pt")
    assert (second.asked, third.asked) == ([], ["The council spent nothing at all."])
