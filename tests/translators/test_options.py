"""Settings of engines, from the environment to the engine."""

from __future__ import annotations

import pytest

from claimwire import wiring
from claimwire.errors import BadSetting
from claimwire.translators import build
from claimwire.translators.options import setting

KEYS = {
    "CLAIMWIRE_DEEPL_KEY": "secret:fx",
    "CLAIMWIRE_MICROSOFT_KEY": "secret",
    "CLAIMWIRE_LIBRE_URL": "http://localhost:5000",
}


@pytest.mark.parametrize("name", sorted(wiring.engines({})))
def test_every_engine_says_what_it_lacks_and_takes_it_from_the_settings(name: str) -> None:
    engine = wiring.engines(KEYS)[name]()
    assert engine.name == name
    assert getattr(engine, "needs", tuple)() == ()
    assert "secret" not in engine.identity()


@pytest.mark.parametrize(
    ("name", "lacks"), [("deepl", "DEEPL_KEY"), ("microsoft", "MICROSOFT_KEY"), ("libre", "LIBRE_URL")]
)
def test_a_chain_with_an_engine_that_lacks_a_setting_is_not_built(name: str, lacks: str) -> None:
    with pytest.raises(BadSetting, match=f"{name} cannot be used without the setting CLAIMWIRE_{lacks}"):
        build(f"google,{name}", extra=wiring.engines({"CLAIMWIRE_" + lacks: " "}))


@pytest.mark.parametrize(
    ("name", "option", "value", "said"),
    [
        ("deepl", "kye", "x", "unknown setting CLAIMWIRE_DEEPL_KYE: did you mean CLAIMWIRE_DEEPL_KEY"),
        ("firefox", "zzz", "x", "unknown setting CLAIMWIRE_FIREFOX_ZZZ"),
        ("deepl", "formality", "rude", "DEEPL_FORMALITY must be one of default, more, less"),
        ("deepl", "url", "http://relay.example.org", "DEEPL_URL must begin with https://: a key may not"),
        ("microsoft", "url", "api.example.org", "MICROSOFT_URL must be an address such as https://"),
        ("libre", "url", "https://user:pass@libre.example.org", "LIBRE_URL must be an address"),
        ("libre", "url", "https://libre.example.org/?api_key=x", "LIBRE_URL must be an address .* without a query"),
        ("deepl", "key", "sécret", "DEEPL_KEY holds characters that no key has"),
        ("microsoft", "key", "a\nb", "MICROSOFT_KEY holds characters"),
        ("microsoft", "region", "west\teurope", "MICROSOFT_REGION holds characters"),
        ("libre", "size", "many", "LIBRE_SIZE must be a whole number"),
        ("google", "at_once", "0", "GOOGLE_AT_ONCE must be a whole number from 1 to 256"),
        ("mymemory", "per_second", "nan", "MYMEMORY_PER_SECOND must be a number up to 1000"),
        ("amazon", "formality", "polite", "AMAZON_FORMALITY must be one of formal, informal"),
    ],
)
def test_a_wrong_setting_is_named(name: str, option: str, value: str, said: str) -> None:
    with pytest.raises(BadSetting, match=said):
        wiring.engines({setting(name, option): value})[name]()


def test_a_key_does_not_show_in_what_is_wrong_with_another_setting() -> None:
    with pytest.raises(BadSetting) as caught:
        wiring.engines({**KEYS, "CLAIMWIRE_DEEPL_URL": "ftp://x"})["deepl"]()
    assert "secret" not in str(caught.value)


def test_the_pace_is_the_users() -> None:
    values = {"CLAIMWIRE_GOOGLE_AT_ONCE": "16", "CLAIMWIRE_GOOGLE_PER_SECOND": "2.5"}
    limits = wiring.engines(values)["google"]().limits
    assert (limits.at_once, limits.per_second) == (16, 2.5)
    assert wiring.engines({})["google"]().limits.at_once == 4


def test_what_changes_an_answer_changes_the_identity() -> None:
    for name, option, value in [
        ("deepl", "formality", "more"),
        ("deepl", "glossary", "g1"),
        ("microsoft", "category", "c1"),
        ("libre", "url", "http://127.0.0.1:1"),
        ("mymemory", "key", "k1"),
        ("amazon", "terminology", "t1"),
        ("amazon", "formality", "formal"),
        ("amazon", "profanity", "mask"),
    ]:
        changed = wiring.engines({**KEYS, setting(name, option): value})[name]()
        assert changed.identity() != wiring.engines(KEYS)[name]().identity(), (name, option)
