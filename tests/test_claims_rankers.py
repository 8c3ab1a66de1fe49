"""The rankers' contract, over every ranker in the table; and what is each one's own."""

from __future__ import annotations

import math
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from claimwire.claims.rankers import RANKERS, Material, neutral
from claimwire.claims.rankers.features import raw
from claimwire.claims.rankers.features.columns import standardised
from claimwire.claims.rankers.features.terms import terms
from claimwire.claims.rankers.material import Candidate

WORDS = st.lists(st.sampled_from(["rain", "fell", "bridge", "porto", "我", "мост", "4"]), max_size=8)
every_ranker = pytest.mark.parametrize("ranker", RANKERS)


def candidate(*words: str, paragraph: int = 0, kind: str = "stated") -> Candidate:
    text = " ".join(words)
    return Candidate(text, words, paragraph, kind, cued=kind != "stated", named=False)


def material(*texts: str, title: str = "") -> Material:
    found = [candidate(*text.split(), paragraph=number) for number, text in enumerate(texts)]
    return Material(found, tuple(title.split()), "en")


STORY = material("the bridge opens in may", "rain fell", "the bridge is safe in rain", "a dog", title="bridge opens")


@every_ranker
@pytest.mark.parametrize(
    "case",
    [STORY, material(), material("one"), material("same", "same", "same"), material("", ""), material("a", "b", "c")],
    ids=["story", "none", "one", "equal", "wordless", "nothing in common"],
)
def test_one_dict_of_numbers_a_candidate_and_the_same_again(ranker: str, case: Material) -> None:
    found = RANKERS[ranker](case)
    assert len(found) == len(case.candidates)
    assert all(isinstance(value, float) and math.isfinite(value) for row in found for value in row.values())
    RANKERS[ranker](material("something else", "in between"))
    assert RANKERS[ranker](case) == found


@every_ranker
@given(texts=st.lists(WORDS.map(" ".join), max_size=12), title=WORDS.map(" ".join))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_any_material(ranker: str, texts: list[str], title: str) -> None:
    found = RANKERS[ranker](material(*texts, title=title))
    assert len(found) == len(texts)
    assert all(math.isfinite(value) for row in found for value in row.values())


SCRIPT = """
import sys
from claimwire.claims.rankers import RANKERS
from tests.test_claims_rankers import material
texts = ["word%d and word%d of the %d rain" % (n % 7, n % 5, n) for n in range(40)]
sys.stdout.write(repr(RANKERS[sys.argv[1]](material(*texts, title="rain of words"))))
"""


@every_ranker
def test_the_same_in_every_process(ranker: str) -> None:
    answers = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, ranker],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[1],
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


@every_ranker
def test_an_article_of_5000_units_takes_seconds(ranker: str) -> None:
    many = material(*(f"unit {number} of the {number % 50} reports on rain" for number in range(5000)), title="rain")
    began = time.process_time()
    assert len(RANKERS[ranker](many)) == 5000
    assert time.process_time() - began < 30  # a quadratic one takes minutes


def test_a_column_is_standardised_over_the_article() -> None:
    values = standardised([1.0, 2.0, 2.0, 7.0])
    assert math.fsum(values) == pytest.approx(0)
    assert math.fsum(value**2 for value in values) / len(values) == pytest.approx(1)


def test_where_all_are_equal_a_column_is_zero() -> None:
    assert standardised([0.1] * 7) == [0] * 7


def test_no_unit_no_feature() -> None:
    assert raw(material()) == {}


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("title", 0),
        ("position", 0),
        ("new numbers", 2),
        ("question", 3),
        ("quoted", 1),
        ("in quotation marks", 1),
        ("new terms", 2),
        ("new names", 4),
        ("year", 4),
        ("stance", 4),
        ("length", 4),
    ],
)
def test_a_feature_is_highest_where_it_should_be(name: str, best: int) -> None:
    found = [
        candidate("bridge", "opens"),
        replace(candidate("bridge", "opens", kind="quoted"), marked=1.0, speaker="Ana"),
        candidate("porto", "rain", "fell", "4", "again", "today"),
        candidate("bridge", "opens?"),
        replace(
            candidate("so", "Porto", "and", "Ana", "and", "bridge", "opens", "2019"), speaker="Ana", stance="denies"
        ),
    ]
    values = raw(Material(found, ("bridge", "opens"), "en"))[name]
    assert values.index(max(values)) == best


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        (["governments"], ["government"], True),
        (["rain"], ["rail"], False),
        (["東", "京", "で"], ["東", "京"], True),
        (["で", "す"], ["で", "す"], False),
        (["ฝ", "น", "ต", "ก"], ["น", "ต"], True),
    ],
)
def test_what_two_units_can_have_in_common(one: list[str], other: list[str], common: bool) -> None:
    assert bool(terms(one) & terms(other)) is common


@pytest.mark.parametrize(
    ("language", "named", "none"),
    [
        ("en", "It opens on Monday", "It opens in spring"),
        ("sv", "i lördags kväll", "i en låda"),
        ("ko", "월요일에 열린다", "봄에 열린다"),
        ("ja", "橋は月曜日に開通する", "橋は春に開通する"),
        ("th", "เปิดวันจันทร์นี้", "เปิดในฤดูใบไม้ผลิ"),
        ("hu", "szombaton nyílik", "tavasszal nyílik"),
    ],
)
def test_a_day_is_found_in_the_language(language: str, named: str, none: str) -> None:
    found = [candidate(*named.split()), candidate(*none.split())]
    assert raw(Material(found, (), language))["day"] == [1, 0]


def test_every_weight_has_its_feature_and_one_reason() -> None:
    weighed = [name for parts in neutral.weights().values() for name in parts]
    assert len(weighed) == len(set(weighed)) > 40
    assert set(weighed) <= set(raw(STORY))
