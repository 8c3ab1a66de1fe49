from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.errors import BadSetting, TryLater
from claimwire.models import Translated
from claimwire.ports import Limits
from claimwire.translators.chain import Chain
from claimwire.translators.memory import SqliteMemory

ONE = "The minister will resign on Monday, the party said."
TWO = "Nobody was hurt in the fire, police told reporters."
Answer = Callable[[str], str | None]


def turned(text: str) -> str:
    """In no language, so that no check takes it for another one than asked."""
    return codecs.encode(text, "rot13")


class Scripted:
    """An engine whose answers a test writes."""

    shareable = True
    limits = Limits(again=False)

    def __init__(
        self, name: str, answer: Answer = turned, targets: Sequence[str] = ("pt", "es"), model: str = "m"
    ) -> None:
        self.name = name
        self.answer = answer
        self.targets = targets
        self.version = model
        self.asked: list[str] = []

    def identity(self) -> str:
        return f"{self.name} 1"

    def supports(self, source: str, target: str) -> bool:
        return target in self.targets

    def model(self, source: str, target: str) -> str:
        return f"{self.name}/{self.version}"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        self.asked += segments
        return [self.answer(segment) for segment in segments]


def late(_: str) -> str | None:
    raise TryLater("HTTP 429")


def crash(_: str) -> str | None:
    raise KeyboardInterrupt


def nothing(_: str) -> str | None:
    return None


def test_segments_keep_order_and_place() -> None:
    engine = Scripted("a")
    found = Chain([engine]).translate([ONE, "...", TWO, ONE, "", "https://example.org/a?b=c", "🎉 12 %"], "en", "pt")
    assert [each.text for each in found] == [
        turned(ONE),
        "...",
        turned(TWO),
        turned(ONE),
        "",
        "https://example.org/a?b=c",
        "🎉 12 %",
    ]
    assert [each.engine for each in found] == ["a", "", "a", "a", "", "", ""]
    assert found[0] == Translated(text=turned(ONE), engine="a", model="a/m")


def test_equal_segments_are_asked_once_and_metered() -> None:
    engine = Scripted("a")
    chain = Chain([engine])
    chain.translate([ONE, ONE, f"  {ONE}\n", "42"], "en", "pt")
    assert engine.asked == [ONE]
    assert chain.meter.total == {"a": len(ONE)}


def test_the_target_s_own_language_costs_nothing() -> None:
    engine = Scripted("a")
    assert Chain([engine]).translate([ONE], "en-GB", "en") == [Translated(text=ONE)]
    assert engine.asked == []


def test_an_unsupported_pair_says_which_and_who_was_asked() -> None:
    with pytest.raises(BadSetting, match=r"\(a, b\) translates English to German \(en to de\)"):
        Chain([Scripted("a"), Scripted("b")]).translate([ONE], "en", "de")


def test_an_engine_without_the_pair_is_passed_over() -> None:
    first, second = Scripted("a", targets=["es"]), Scripted("b")
    assert Chain([first, second]).translate([ONE], "en", "pt")[0].engine == "b"
    assert first.asked == []


@pytest.mark.parametrize("bad", [nothing, lambda text: "", lambda text: " \n", str, lambda text: "x"])
def test_what_fails_its_checks_goes_to_the_next_engine(bad: Answer) -> None:
    chain = Chain([Scripted("a", lambda text: bad(text) if text == ONE else turned(text)), Scripted("b")])
    found = chain.translate([ONE, TWO], "en", "pt")
    assert [(each.text, each.engine) for each in found] == [(turned(ONE), "b"), (turned(TWO), "a")]


def test_a_segment_that_fails_everywhere_keeps_its_last_answer_and_says_so() -> None:
    (found,) = Chain([Scripted("a", str), Scripted("b", nothing)]).translate([ONE], "en", "pt")
    assert found == Translated(text=ONE, engine="a", model="a/m", warnings=("the answer is the source text",))


def test_a_segment_without_any_answer_is_the_source_and_says_so() -> None:
    (found,) = Chain([Scripted("a", nothing), Scripted("b", late)]).translate([ONE], "en", "pt")
    assert found == Translated(text=ONE, warnings=("not translated: a: the engine gave no answer; b: HTTP 429",))


def test_an_engine_out_of_order_is_not_asked_again() -> None:
    first = Scripted("a", late)
    found = Chain([first, Scripted("b")]).translate([ONE, TWO], "en", "pt")
    assert [each.engine for each in found] == ["b", "b"]
    assert first.asked == [ONE]


def test_all_engines_out_of_order_is_an_error_that_names_each() -> None:
    with pytest.raises(TryLater, match=r"2 of 2 segments not translated: a: HTTP 429; b: HTTP 429"):
        Chain([Scripted("a", late), Scripted("b", late)]).translate([ONE, TWO], "en", "pt")


def test_what_was_paid_for_is_never_paid_again(tmp_path: Path) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        first, second = Scripted("a"), Scripted("a")
        expected = Chain([first], memory).translate([ONE, TWO], "en", "pt")
        assert (
            Chain([second], memory).translate([TWO, ONE, "New words came in from the north today."], "en", "pt")[:2]
            == expected[::-1]
        )
    assert second.asked == ["New words came in from the north today."]


@pytest.mark.parametrize(("target", "model"), [("es", "m"), ("pt", "n")])
def test_another_target_or_model_is_another_translation(tmp_path: Path, target: str, model: str) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        Chain([Scripted("a")], memory).translate([ONE], "en", "pt")
        other = Scripted("a", model=model)
        Chain([other], memory).translate([ONE], "en", target)
    assert other.asked == [ONE]


@pytest.mark.parametrize("stop", [late, crash])
def test_an_interruption_loses_one_sentence_at_most(tmp_path: Path, stop: Answer) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        broken = Scripted("a", lambda text: stop(text) if text == TWO else turned(text))
        with pytest.raises((TryLater, KeyboardInterrupt)):
            Chain([broken], memory).translate([ONE, TWO], "en", "pt")
        again = Scripted("a")
        Chain([again], memory).translate([ONE, TWO], "en", "pt")
    assert again.asked == [TWO]


def test_flagged_rows_are_kept_with_what_is_against_them_and_never_paid_again(tmp_path: Path) -> None:
    said = "In Kyiv 12 people said they were hurt on Monday."
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        engine = Scripted(
            "a", lambda text: text if text == ONE else turned(text.replace("12", "13").replace("DNT1", ""))
        )
        chain = Chain([engine], memory)
        first, second = chain.translate([ONE, said], "en", "pt"), chain.translate([ONE, said], "en", "pt")
    assert first == second
    assert first[0].warnings == ("the answer is the source text",)
    assert first[1].warnings == ("number differs: no 12 in the translation, it has 13",)
    assert engine.asked == [ONE, said, said.replace("12", "DNT1")]


@pytest.mark.parametrize("bad", ["", "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.", None])
def test_what_is_no_translation_at_all_is_not_kept(tmp_path: Path, bad: str | None) -> None:
    with closing(SqliteMemory(tmp_path / "memory.db")) as memory:
        assert Chain([Scripted("a", lambda _: bad)], memory).translate([ONE], "en", "pt")[0].warnings
        again = Scripted("a")
        assert Chain([again], memory).translate([ONE], "en", "pt")[0].text == turned(ONE)
    assert again.asked == [ONE]


def test_an_engine_that_may_not_be_shared_is_asked_by_one_thread_at_a_time() -> None:
    inside: list[str] = []
    most: list[int] = []

    def slow(text: str) -> str:
        inside.append(text)
        most.append(len(inside))
        time.sleep(0.002)
        inside.remove(text)
        return turned(text)

    engine = Scripted("a", slow)
    engine.shareable = False
    chain = Chain([engine])
    with ThreadPoolExecutor(8) as pool:
        texts = [f"Sentence {n} was said to the house." for n in range(40)]
        found = list(pool.map(lambda text: chain.translate([text], "en", "pt")[0].text, texts))
    assert found == [turned(text) for text in texts]
    assert max(most) == 1
    assert chain.meter.total["a"] == sum(map(len, texts))


def test_identity_and_name_follow_the_order_of_engines() -> None:
    one, two = Chain([Scripted("a"), Scripted("b")]), Chain([Scripted("b"), Scripted("a")])
    assert one.name == "a,b"
    assert one.identity() == "a 1; b 1; protection=1"
    assert one.identity() != two.identity()


def test_supports() -> None:
    chain = Chain([Scripted("a")])
    assert chain.supports("en", "pt")
    assert chain.supports("de", "de-AT")
    assert not chain.supports("en", "de")


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("aéж漢🎉0 .,\n\x00\ud800@/"), max_size=30), max_size=12),
    st.sampled_from([turned, nothing, str]),
)
def test_as_many_come_back_as_went_whatever_they_are(segments: list[str], answer: Answer) -> None:
    found = Chain([Scripted("a", answer)]).translate(segments, "en", "pt")
    assert len(found) == len(segments)
    assert all(each.text.strip() for each, segment in zip(found, segments, strict=True) if segment.strip())
