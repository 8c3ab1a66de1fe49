"""Settings with nonsense are said by name, when the function starts."""

from __future__ import annotations

import pytest

from claimwire import desks
from claimwire.again import Patience
from claimwire.errors import BadSetting


def test_patience_from_the_environment() -> None:
    assert desks.patience({}) == Patience(first=30, longest=900, limit=86_400)
    given = {"CLAIMWIRE_RETRY_DELAY": " 5 ", "CLAIMWIRE_GIVE_UP_AFTER": "3600"}
    assert desks.patience(given) == Patience(first=5, longest=900, limit=3600)


@pytest.mark.parametrize("name", ["CLAIMWIRE_RETRY_DELAY", "CLAIMWIRE_GIVE_UP_AFTER"])
@pytest.mark.parametrize("value", ["0", "-1", "soon", "1.5", "9999999", "99999999999"])
def test_nonsense_names_its_setting(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"{name} must be a whole number"):
        desks.patience({name: value})


def test_a_function_without_its_environment_says_what_is_missing() -> None:
    with pytest.raises(BadSetting, match="CLAIMWIRE_ARTICLES_BUCKET"):
        desks.failed({})
