"""Settings from any mapping, typed and checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as checks
from hypothesis import strategies as st

from claimwire.errors import BadSetting
from claimwire.settings import MAX_CLAIMS, Settings, from_mapping, targets_of


def test_defaults() -> None:
    assert from_mapping({"CLAIMWIRE_TARGETS": "pt"}) == Settings(targets=("pt",))


def test_all_values() -> None:
    values = {
        "CLAIMWIRE_TARGETS": "PT_br, es zh-cn,es",
        "CLAIMWIRE_ENGINE": "firefox,google",
        "CLAIMWIRE_CLAIMS": "7",
        "CLAIMWIRE_RANKER": "lexrank",
        "CLAIMWIRE_DETECTOR": "declared",
        "CLAIMWIRE_EPOCH": "3",
        "CLAIMWIRE_SUMMARY_ONLY": "true",
        "CLAIMWIRE_FULL_TEXT_UP_TO": "5000",
        "CLAIMWIRE_MAX_COST": "0.50",
        "CLAIMWIRE_MONTH_MAX_COST": "20",
        "CLAIMWIRE_TABLE": "something else of the stack's",
    }
    assert from_mapping(values) == Settings(
        targets=("pt-BR", "es", "zh-Hans"),
        engine="firefox,google",
        claims=7,
        ranker="lexrank",
        detector="declared",
        epoch=3,
        summary_only=True,
        full_text_up_to=5_000,
        max_cost=0.5,
        month_max_cost=20.0,
    )


def test_an_empty_value_is_the_default() -> None:
    assert from_mapping({"CLAIMWIRE_TARGETS": "pt", "CLAIMWIRE_CLAIMS": " ", "CLAIMWIRE_ENGINE": ""}).claims == 5


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TARGETS", "", "CLAIMWIRE_TARGETS: no target language: name at least one"),
        ("TARGETS", " , ", "CLAIMWIRE_TARGETS: no target language"),
        ("TARGETS", "pt,portugese", r"CLAIMWIRE_TARGETS: unknown language code 'portugese'.*near it: pt"),
        ("CLAIMS", "many", rf"CLAIMWIRE_CLAIMS must be a whole number from 1 to {MAX_CLAIMS}, not 'many'"),
        ("CLAIMS", "0", "CLAIMWIRE_CLAIMS"),
        ("CLAIMS", "51", "CLAIMWIRE_CLAIMS"),
        ("CLAIMS", "5.0", "CLAIMWIRE_CLAIMS"),
        ("CLAIMS", "²", "CLAIMWIRE_CLAIMS"),
        ("CLAIMS", "9" * 5000, "CLAIMWIRE_CLAIMS"),
        ("EPOCH", "-1", "CLAIMWIRE_EPOCH"),
        ("SUMMARY_ONLY", "yes", "CLAIMWIRE_SUMMARY_ONLY must be true or false, not 'yes'"),
        ("FULL_TEXT_UP_TO", "0", "CLAIMWIRE_FULL_TEXT_UP_TO"),
        ("MAX_COST", "-1", "CLAIMWIRE_MAX_COST must be a number of US dollars"),
        ("MAX_COST", "1e3", "CLAIMWIRE_MAX_COST"),
        ("MONTH_MAX_COST", "nan", "CLAIMWIRE_MONTH_MAX_COST"),
    ],
)
def test_an_error_names_its_setting(name: str, value: str, said: str) -> None:
    with pytest.raises(BadSetting, match=said):
        from_mapping({"CLAIMWIRE_TARGETS": "pt", f"CLAIMWIRE_{name}": value})


@pytest.mark.parametrize("text", ["pt,es", "pt es", " pt ,  es ", "pt,es,pt", "pt\nes"])
def test_targets(text: str) -> None:
    assert targets_of(text) == ("pt", "es")


@given(text=st.text(max_size=20))
@checks(derandomize=True, max_examples=200, deadline=None)
def test_any_text_for_any_setting_is_taken_or_refused_by_name(text: str) -> None:
    for name in ("TARGETS", "CLAIMS", "EPOCH", "ENGINE"):
        said = ""
        try:
            from_mapping({"CLAIMWIRE_TARGETS": "pt", f"CLAIMWIRE_{name}": text})
        except BadSetting as error:
            said = str(error)
        assert not said or said.startswith(f"CLAIMWIRE_{name}")


def test_the_fingerprint_changes_with_all_that_changes_a_result() -> None:
    one = Settings(targets=("pt",))
    others = [
        Settings(targets=("es",)),
        Settings(targets=("pt", "es")),
        Settings(targets=("pt",), engine="google"),
        Settings(targets=("pt",), claims=6),
        Settings(targets=("pt",), ranker="lexrank"),
        Settings(targets=("pt",), detector="declared"),
        Settings(targets=("pt",), epoch=1),
    ]
    prints = [each.fingerprint("engine 1") for each in (one, *others)] + [one.fingerprint("engine 2")]
    assert len(set(prints)) == len(prints)
    assert one.fingerprint("engine 1") == Settings(targets=("pt",)).fingerprint("engine 1")
