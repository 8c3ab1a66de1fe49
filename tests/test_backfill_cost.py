"""What a backfill costs, told from a sample, and the cap that refuses before money is spent."""

from __future__ import annotations

import pytest

from claimwire.backfill.sampling import Priced, Sized, Total, sample, total
from claimwire.commands.archive_cost import Cap
from claimwire.errors import BadSetting


def found(count: int) -> list[Sized]:
    return [Sized(f"{number}.txt", 100 + 37 * number % 1000) for number in range(count)]


def test_few_are_all_read_and_many_evenly_through_all_sizes() -> None:
    assert sample(found(100)) == found(100)
    chosen = sample(found(5000))
    assert len(set(chosen)) == 100
    assert chosen == sample(found(5000)[::-1])
    mean = sum(each.size for each in chosen) / 100
    assert mean == pytest.approx(sum(each.size for each in found(5000)) / 5000, rel=0.02)


def test_a_sum_of_all_is_exact() -> None:
    told = total(found(3), [Priced(each.size, 10, 0.5) for each in found(3)])
    assert told == Total(articles=3, sampled=3, characters=30, usd=1.5)


def test_a_sample_is_scaled_by_bytes_and_says_how_unsure_it_is() -> None:
    everything = found(5000)
    exact = total(everything, [Priced(each.size, each.size, each.size * 1e-5) for each in sample(everything)])
    truth = sum(each.size for each in everything) * 1e-5
    assert exact.usd == pytest.approx(truth)
    assert exact.spread == pytest.approx(0, abs=1e-9)
    chance = [
        Priced(each.size, each.size, each.size * 1e-5 * (number % 3)) for number, each in enumerate(sample(everything))
    ]
    rough = total(everything, chance)
    assert rough.usd is not None
    assert abs(rough.usd - truth) < rough.spread < truth


def test_nothing_costs_nothing_and_an_unknown_price_stays_unknown() -> None:
    assert total([], []) == Total(articles=0, sampled=0, characters=0, usd=0.0)
    told = total(found(2), [Priced(5, 5, None), Priced(5, 5, 1.0)])
    assert (told.usd, told.most) == (None, None)


COST = Total(articles=5000, sampled=100, characters=1_000_000, usd=15.0, spread=1.0)


@pytest.mark.parametrize(
    ("cap", "month", "spent", "says"),
    [
        (Cap(), None, 0.0, "about 15.00 USD .*: --max-cost 16.00 allows that"),
        (Cap(usd=15.5), None, 0.0, "more than --max-cost 15.5"),
        (Cap(usd=20), 50.0, 40.0, "MonthMaxCost of 50 USD 40.00 are spent"),
    ],
)
def test_a_cap_refuses_before_money_is_spent(cap: Cap, month: float | None, spent: float, says: str) -> None:
    with pytest.raises(BadSetting, match=says):
        cap.hold(COST, month, spent)


def test_an_unknown_price_is_held_by_no_cap() -> None:
    with pytest.raises(BadSetting, match="--any-cost"):
        Cap(usd=1_000_000).hold(Total(articles=1, sampled=1, characters=1, usd=None))


def test_what_is_allowed_or_free_begins() -> None:
    Cap(usd=16).hold(COST, 50.0, 30.0)
    Cap(any=True).hold(COST)
    Cap().hold(Total(articles=5, sampled=5, characters=900, usd=0.0), 0.0)
