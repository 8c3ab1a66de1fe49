from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.translators.checks import misplaced
from tests.profiles import PROFILE

ENGLISH = (
    "The minister said on Monday that he would not resign.",
    "Police arrested 14 people in Liverpool after the match?",
    "Maria Kowalska, who lives in Warsaw, lost her house in the flood of 1997.",
    "Inflation rose to 4.3 per cent, the central bank reported.",
    "Nobody was hurt.",
)
PORTUGUESE = (
    "O ministro disse na segunda-feira que não vai renunciar.",
    "A polícia prendeu 14 pessoas em Liverpool depois do jogo?",
    "Maria Kowalska, que mora em Varsóvia, perdeu a casa na enchente de 1997.",
    "A inflação subiu para 4,3 por cento, informou o banco central.",
    "Ninguém se feriu.",
)
RUSSIAN = (
    "Министр заявил в понедельник, что не уйдёт в отставку.",
    "Полиция задержала 14 человек в Ливерпуле после матча?",
    "Мария Ковальска, которая живёт в Варшаве, потеряла дом во время наводнения 1997 года.",
    "Инфляция выросла до 4,3 процента, сообщил центральный банк.",
    "Никто не пострадал.",
)
CHINESE = (
    "部长周一表示，他不会辞职。",
    "赛后警方在利物浦逮捕了14人？",
    "住在华沙的玛丽亚·科瓦尔斯卡在1997年的洪水中失去了房子。",
    "中央银行报告称，通货膨胀率上升至4.3%。",
    "没有人受伤。",
)
ANSWERS = {"pt": PORTUGUESE, "ru": RUSSIAN, "zh-Hans": CHINESE}


def swapped(texts: Sequence[str], one: int, other: int) -> list[str]:
    found = list(texts)
    found[one], found[other] = found[other], found[one]
    return found


@pytest.mark.parametrize("target", ANSWERS)
def test_answers_in_their_places_are_left_alone(target: str) -> None:
    assert misplaced(list(zip(ENGLISH, ANSWERS[target], strict=True)), "en", target) == {}


@pytest.mark.parametrize("target", ANSWERS)
@pytest.mark.parametrize(("one", "other"), [(0, 2), (1, 3), (2, 4), (1, 2)])
def test_swapped_answers_are_named_with_each_other(target: str, one: int, other: int) -> None:
    found = misplaced(list(zip(ENGLISH, swapped(ANSWERS[target], one, other), strict=True)), "en", target)
    assert found == {
        one: f"the answer fits the text of segment {other + 1} better",
        other: f"the answer fits the text of segment {one + 1} better",
    }


def test_the_other_way_round() -> None:
    found = misplaced(list(zip(RUSSIAN, swapped(ENGLISH, 1, 2), strict=True)), "ru", "en")
    assert set(found) == {1, 2}


def test_nothing_and_one_segment_are_in_place() -> None:
    assert misplaced([], "en", "pt") == {}
    assert misplaced([(ENGLISH[0], PORTUGUESE[3])], "en", "pt") == {}


def test_empty_answers_are_passed_over() -> None:
    assert misplaced([(ENGLISH[0], ""), (ENGLISH[1], " ")], "en", "pt") == {}


@PROFILE
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), max_size=6))
def test_no_text_breaks_it(pairs: list[tuple[str, str]]) -> None:
    assert set(misplaced(pairs, "ja", "xx")) <= set(range(len(pairs)))
