"""Names that an engine writes in two ways: repaired where that is certain, named where it is not, and else left alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.models import Translated
from claimwire.translators.naming import consistent
from tests.profiles import PROFILE

SIMS = ["Police seized Dyteon Simpson.", "A friend of Dyteon Simpson spoke.", "Yesterday Dyteon Simpson was silent."]
WHO = [
    f"{start} the World Health Organization{end}" for start, end in (("At", " on Monday."), ("For", "."), ("In", "."))
]


def told(texts: Sequence[str], answers: Sequence[str], target: str = "pt", engine: str = "a") -> list[Translated]:
    return consistent(texts, [Translated(text=answer, engine=engine) for answer in answers], "en", target)


def test_a_misspelt_name_is_repaired() -> None:
    found = told(
        SIMS, ["A polícia deteve Dyteon Simpson.", "Um amigo de Dyton Simpson falou.", "Dyteon Simpson calou."]
    )
    assert [each.text for each in found] == [
        "A polícia deteve Dyteon Simpson.",
        "Um amigo de Dyteon Simpson falou.",
        "Dyteon Simpson calou.",
    ]
    assert [each.warnings for each in found] == [(), (), ()]


def test_the_usual_form_may_be_of_another_script() -> None:
    found = told(SIMS, ["Полиция: Дайтеон Симпсон.", "Друг: Дайтон Симпсон.", "Вчера Дайтеон Симпсон."], "bg")
    assert found[1].text == "Друг: Дайтеон Симпсон."


def test_a_name_that_stays_in_one_segment_alone_is_a_warning() -> None:
    found = told(
        WHO, ["Na Organização Mundial Saúde hoje.", "Para a World Health Organization.", "A Organização Mundial Saúde."]
    )
    assert found[1].text == "Para a World Health Organization."
    assert found[1].warnings == ("name differs: World Health Organization is Organização Mundial Saúde elsewhere",)


@pytest.mark.parametrize(
    ("texts", "answers", "target"),
    [
        # two people
        (
            [*SIMS, "It was Dayton Simpson who came with Dyteon Simpson's car."],
            ["Foi Dyteon Simpson.", "Foi Dyteon Simpson.", "Foi Dyteon Simpson.", "Foi Dayton Simpson que veio."],
            "pt",
        ),
        # endings
        (SIMS, ["Полиция: Дайтеон Симпсон.", "У Дайтеона Симпсона друг.", "Вчера Дайтеон Симпсон."], "ru"),
        # no majority
        (SIMS, ["Dyteon Simpson.", "Dyton Simpson.", "Dytoen Simpson."], "pt"),
        # too few
        (SIMS[:2], ["Dyteon Simpson.", "Dyton Simpson."], "pt"),
        # not named at all
        (SIMS, ["Dyteon Simpson.", "Um amigo dele.", "Dyteon Simpson."], "pt"),
        # no capitals
        (SIMS, ["警方逮捕了戴顿", "朋友说", "昨天"], "zh-Hans"),
    ],
)
def test_what_is_not_certain_is_left_alone(texts: list[str], answers: list[str], target: str) -> None:
    assert told(texts, answers, target) == [Translated(text=answer, engine="a") for answer in answers]


def test_a_person_s_own_words_are_never_changed() -> None:
    answers = ["A polícia deteve Dyteon Simpson.", "Um amigo de Dyton Simpson falou.", "Dyteon Simpson calou."]
    assert [each.text for each in told(SIMS, answers, engine="human")] == answers


@PROFILE
@given(st.lists(st.tuples(*[st.text("Aa Bb.é漢'\n", max_size=30)] * 2), max_size=6))
def test_as_many_come_back(pairs: list[tuple[str, str]]) -> None:
    texts, answers = [one for one, _ in pairs], [other for _, other in pairs]
    assert len(told(texts, answers)) == len(pairs)
