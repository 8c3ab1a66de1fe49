"""Rankers joined by a plus sign: the mean of their z-scores, with the reasons of each apart."""

from __future__ import annotations

import math
import statistics

import pytest
from msgspec.structs import replace

from claimwire.claims.rankers import RANKERS, Material, ranker
from claimwire.errors import BadSetting
from tests import test_claims_sumy
from tests.test_claims_sumy import scores

STORY = replace(test_claims_sumy.STORY, language="und")
BLENDS = pytest.mark.parametrize("name", ["neutral+lexrank", "lexrank+textrank+edmundson", "neutral+kl"])


def standardised(name: str, case: Material) -> list[float]:
    found = scores(name, case)
    return [(score - statistics.fmean(found)) / statistics.pstdev(found) for score in found]


@BLENDS
def test_a_blend_is_the_mean_of_z_scores(name: str) -> None:
    parts = name.split("+")
    wanted = [statistics.fmean(row) for row in zip(*(standardised(part, STORY) for part in parts), strict=True)]
    assert [sum(row.values()) for row in ranker(name)(STORY)] == pytest.approx(wanted, abs=2e-3)


@BLENDS
def test_reasons_stay_apart(name: str) -> None:
    reasons = {reason for row in ranker(name)(STORY) for reason in row}
    assert set(name.split("+")) - {"neutral"} <= reasons
    assert ("place in the article" in reasons) is ("neutral" in name)


@BLENDS
@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_few_units(name: str, size: int) -> None:
    few = Material(STORY.candidates[:size], (), "en")
    found = ranker(name)(few)
    assert len(found) == size
    assert all(math.isfinite(value) for row in found for value in row.values())


def test_a_ranker_that_finds_all_alike_has_no_say() -> None:
    alike = Material([STORY.candidates[0]] * 3, (), "en")
    assert [sum(row.values()) for row in ranker("luhn+lexrank")(alike)] == [0, 0, 0]


def test_one_name_is_the_ranker_itself() -> None:
    assert ranker("textrank") is RANKERS["textrank"]


@pytest.mark.parametrize(
    "name", ["", "best", "neutral+", "+lexrank", "neutral+best", "neutral lexrank", "lexrank+lexrank"]
)
def test_a_name_that_names_nothing(name: str) -> None:
    with pytest.raises(BadSetting, match=r"unknown ranker .*choose one of neutral, lexrank|names one twice"):
        ranker(name)
