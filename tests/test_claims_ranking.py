"""The public order of units, and the choice among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.claims import RANKERS, rank
from claimwire.claims.selecting import Choice
from claimwire.errors import BadSetting
from claimwire.models import Claim
from claimwire.pipeline import summarise
from tests.doubles import article, language

TEXT = (
    "The bridge over the Tovar will open in May, Ana Lima said on Monday in Porto.\n\n"
    "Who will pay for it?\n\n"
    "The town council voted for a loan of 4.5 million euros to pay for the bridge.\n\n"
    "Rain fell.\n\n"
    "Traffic over the old bridge had risen by a third in ten years, the council's engineers found."
)


def chosen(**wanted: int | str) -> tuple[Claim, ...]:
    return summarise(article(TEXT, title="Bridge over the Tovar"), language(), 5, **wanted).claims  # type: ignore[arg-type]


@pytest.mark.parametrize("ranker", RANKERS)
def test_every_unit_but_the_question_has_its_score(ranker: str) -> None:
    found = rank(TEXT, "Bridge over the Tovar", "en", ranker)
    assert len(found) == 4
    assert all(TEXT[each.start : each.end] == each.text for each in found)
    assert all(each.score == pytest.approx(sum(each.reasons.values())) for each in found)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_a_ranker_that_is_not_there() -> None:
    with pytest.raises(BadSetting, match="neutral"):
        rank(TEXT, "", "en", "magic")


def test_text_order_has_the_same_claims() -> None:
    by_rank, by_text = chosen(order="rank"), chosen(order="text")
    assert {claim.id for claim in by_rank} == {claim.id for claim in by_text}
    assert [claim.start for claim in by_text] == sorted(claim.start for claim in by_rank)


def test_an_order_that_is_not_there() -> None:
    with pytest.raises(BadSetting, match="rank, text"):
        Choice(order="alphabet")


@given(st.integers(1, 80))
def test_a_budget_of_words_holds_but_for_the_best_claim(words: int) -> None:
    claims = chosen(words=words)
    total = sum(len(claim.text.split()) for claim in claims)
    assert claims[0].id == chosen()[0].id
    assert len(claims) == 1 or total <= words
