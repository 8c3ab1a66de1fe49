from __future__ import annotations

import pytest

from claimwire import wiring
from claimwire.translators.prices import price


@pytest.mark.parametrize("engine", sorted(wiring.engines({})))
def test_every_engine_has_a_price_with_a_date(engine: str) -> None:
    found = price(engine)
    assert found is not None
    assert found.source
    assert (found.usd == 0) == (engine not in {"amazon", "deepl", "microsoft"})


def test_a_price_is_for_a_million_characters() -> None:
    found = price("amazon")
    assert found is not None
    assert found.of(2_000_000) == 2 * found.usd
    assert found.of(0) == 0


def test_an_engine_that_nobody_knows_has_no_price() -> None:
    assert price("none") is None
