"""Two engines through a language: really run where weights are, by tables of phrases where the way itself is the point."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from claimwire.errors import BadSetting, TryLater
from claimwire.ports import Limits
from claimwire.translators import build
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
from claimwire.translators.memory import SqliteMemory
from claimwire.translators.pivot import Pivot
from tests.doubles import Phrasebook
from tests.translators.test_apertium import needs_apertium
from tests.translators.test_firefox import into

GERMAN = "Der Minister will die Steuern in diesem Jahr nicht erhöhen, sagte er am Montag."
ENGLISH = "The minister does not want to raise taxes this year, he said on Monday."
PORTUGUESE = "O ministro não quer aumentar os impostos neste ano, disse ele na segunda-feira."


class Book(Phrasebook):
    """A phrasebook of one pair, which counts what it is asked."""

    limits = Limits(size=200, at_once=2, again=False)

    def __init__(self, source: str, target: str, phrases: dict[str, str], broken: bool = False) -> None:
        super().__init__(phrases, lambda text: "")
        self.pair, self.broken, self.asked = (source, target), broken, list[str]()
        self.name = f"{source}{target}"

    def supports(self, source: str, target: str) -> bool:
        return (source, target) == self.pair

    def model(self, source: str, target: str) -> str:
        return f"{self.name}/book"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        if self.broken:
            raise TryLater("out of order")
        self.asked += segments
        return super().translate(segments, source, target)


def books(middle: str = ENGLISH, end: str = PORTUGUESE) -> tuple[Book, Book]:
    return Book("de", "en", {GERMAN: middle}), Book("en", "pt", {middle: end})


def test_two_legs_make_one_answer_and_it_says_so() -> None:
    first, second = books()
    (row,) = Chain([Pivot([first], [second])]).translate([GERMAN], "de", "pt")
    assert row.text == PORTUGUESE
    assert row.engine == "deen+enpt"
    assert row.model == "deen+enpt/de>en>pt: deen/book + enpt/book"
    assert row.warnings == ("through English, by two translations",)


def test_each_leg_finds_its_own_engine_among_several() -> None:
    pivot = Pivot(books())
    assert pivot.supports("de", "pt")
    assert not pivot.supports("de", "fr")
    assert not pivot.supports("fr", "pt")
    assert pivot.translate([GERMAN], "de", "pt") == [PORTUGUESE]
    assert pivot.limits.at_once == 2


@pytest.mark.parametrize(("source", "target"), [("de", "en"), ("en", "pt"), ("de", "en-GB"), ("pt", "pt-BR")])
def test_no_detour_where_an_end_is_the_language_between(source: str, target: str) -> None:
    assert not Pivot(books()).supports(source, target)


@pytest.mark.parametrize("middle", ["", GERMAN, "This page is temporarily unavailable. Error 503", "The"])
def test_what_the_first_leg_got_wrong_is_never_translated_on(middle: str) -> None:
    first, second = books(middle)
    pivot = Pivot([first], [second])
    assert pivot.translate([GERMAN], "de", "pt") == [None]
    assert second.asked == []


def test_what_one_engine_gets_wrong_the_next_one_mends() -> None:
    wrong, (first, second) = Book("de", "en", {GERMAN: GERMAN}), books()
    wrong.name = "wrong"
    assert Pivot([wrong, first], [second]).translate([GERMAN], "de", "pt") == [PORTUGUESE]


def test_a_leg_out_of_order_is_for_later_and_the_first_is_not_paid_twice(tmp_path: Path) -> None:
    first, second = books()
    second.broken = True
    chain = Chain([Pivot([first], [second], memory=SqliteMemory(tmp_path / "memory"))])
    with pytest.raises(TryLater, match="out of order"):
        chain.translate([GERMAN], "de", "pt")
    again = Pivot([first], [books()[1]], memory=SqliteMemory(tmp_path / "memory"))
    assert Chain([again]).translate([GERMAN], "de", "pt")[0].text == PORTUGUESE
    assert first.asked == [GERMAN]


def test_a_longer_middle_is_cut_as_the_second_leg_needs() -> None:
    sentence = "Der Rat hat am Montag den Plan für die Brücke abgelehnt."
    halves = ["On Monday, after a debate of many hours,", "the council rejected the plan for the bridge."]
    first = Book("de", "en", {sentence: " ".join(halves)})
    second = Book(
        "en", "pt", dict(zip(halves, ["Na segunda-feira, após muitas horas,", "o conselho o rejeitou."], strict=True))
    )
    second.limits = msgspec.structs.replace(second.limits, size=max(map(len, halves)) + 5)
    assert Pivot([first], [second]).translate([sentence], "de", "pt") == [" ".join(second._phrases.values())]
    assert second.asked == halves


def test_the_identity_and_the_manner_follow_both_legs() -> None:
    first, second = books()
    pivot, other = Pivot([first], [second]), Pivot([first], [second], via="fr")
    assert pivot.identity() != other.identity()
    assert other.name == "deen+enpt:fr"
    assert pivot.manner() == "phrasebook 1 + phrasebook 1"


def test_neural_models_go_through_english(tmp_path: Path) -> None:
    """The weights from Portuguese, laid out as if they were from Galician, its neighbour."""
    into(tmp_path, "pt", "en").rename(tmp_path / "gl-en")
    chain = Chain([Pivot([Firefox(tmp_path)])])
    (row,) = chain.translate(["O presidente disse na terça que a obra será concluída em abril."], "gl", "pt")
    assert row.text.startswith("O presidente disse na terça-feira que")
    assert row.model.startswith("pivot/gl>en>pt: firefox/gl-en-")
    assert row.model.endswith(" + firefox/enpt-1693087644")


def test_a_missing_leg_is_named() -> None:
    with pytest.raises(BadSetting, match="nobody translates fr to en"):
        Chain([Pivot(books())]).translate([GERMAN], "fr", "pt")
    with pytest.raises(BadSetting, match="nobody translates fr to en nor en to fr-CA"):
        Pivot([books()[0]]).translate([GERMAN], "fr", "fr-CA")


@needs_apertium
def test_the_setting_names_ways() -> None:
    (row,) = build("firefox+apertium:pt").translate(["The minister will not raise taxes this year."], "en", "es")
    assert row.text == "El ministro no va a aumentar los impuestos este año."
    assert row.model.startswith("firefox+apertium:pt/en>pt>es: firefox/enpt-1693087644 + apertium/pt>es good: pt-es@")
    assert build("firefox,apertium,pivot:pt").supports("en", "es")


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("pivot", "pivot needs engines"),
        ("firefox+fierfox", "did you mean firefox"),
        ("firefox+pivot", "is no way: write pivot"),
        ("a+b+c", "is no way"),
        ("firefox:pt", "is no way"),
        ("firefox,pivot:nowhere-at-all", "nowhere"),
        ("firefox,pivot:", "language"),
    ],
)
def test_a_way_that_cannot_be_is_a_bad_setting(spec: str, said: str) -> None:
    with pytest.raises(BadSetting, match=said):
        build(spec)
