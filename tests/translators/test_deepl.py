from __future__ import annotations

from typing import Any

import pytest

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators.deepl import DeepL
from tests.translators.asking import answers
from tests.translators.servers import deepl, served
from tests.translators.servers.phrases import mark, sentences
from tests.translators.servers.serving import Sent, said, serving


def test_text_and_key_travel_in_body_and_header() -> None:
    with served("deepl") as (engine, server):
        assert engine.translate(["Hello & <b>“you”</b>\\"], "en", "pt") == [mark("Hello & <b>“you”</b>\\")]
    (call,) = server.calls
    assert (call.path, call.query) == ("/v2/translate", {})
    assert call.headers["authorization"] == f"DeepL-Auth-Key {deepl.KEY}"
    assert call.json() == {
        "text": ["Hello & <b>“you”</b>\\"],
        "source_lang": "EN",
        "target_lang": "PT-BR",
        "split_sentences": "0",
        "preserve_formatting": True,
    }


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("pt", "PT-BR"), ("pt-BR", "PT-BR"), ("pt-PT", "PT-PT"), ("pt-AO", "PT-PT"), ("es-MX", "ES-419"), ("de-AT", "DE"),
        ("zh-Hans", "ZH-HANS"), ("zh-Hant", "ZH-HANT"),
    ],
)  # fmt: skip
def test_targets_are_variants(code: str, asked: str) -> None:
    assert DeepL("k").model("en", code) == f"deepl/en-{asked.lower()}"


@pytest.mark.parametrize(
    ("code", "asked"), [("en", "en-us"), ("en-GB", "en-gb"), ("en-AU", "en-gb"), ("en-US", "en-us")]
)
def test_english_is_named_by_its_variant_as_a_target_alone(code: str, asked: str) -> None:
    assert DeepL("k").model("pt", code) == f"deepl/pt-{asked}"
    assert DeepL("k").model(code, "pt-PT") == "deepl/en-pt-pt"
    assert DeepL("k").model("zh-Hant", "de") == "deepl/zh-de"


def test_free_keys_have_an_address_of_their_own() -> None:
    assert DeepL("k:fx")._url == "https://api-free.deepl.com"
    assert DeepL("k")._url == "https://api.deepl.com"


def test_european_portuguese_needs_no_note() -> None:
    assert DeepL("k").notes("en", "pt-PT") == DeepL("k").notes("en", "pt-AO") == ()


def test_requests_are_within_its_limits() -> None:
    texts = [*sentences(120), '"\\' * 40_000, "漢字かな交じり文。" * 9_000]
    with served("deepl") as (engine, server):
        assert len(answers(engine, texts)) == 122
    assert max(len(call.body) for call in server.calls) <= 128 * 1024
    assert max(len(call.json()["text"]) for call in server.calls) == 50


@pytest.mark.parametrize("formality", ["more", "prefer_less"])
def test_formality_and_glossary_are_asked_for(formality: str) -> None:
    with served("deepl", formality=formality, glossary=deepl.GLOSSARY) as (engine, server):
        engine.translate(["Hello"], "en", "de")
    assert (server.calls[0].json()["formality"], server.calls[0].json()["glossary_id"]) == (formality, deepl.GLOSSARY)


@pytest.mark.parametrize(
    ("options", "target", "words"),
    [
        ({"formality": "more"}, "en", "'formality' is not supported.*CLAIMWIRE_DEEPL_FORMALITY"),
        ({"glossary": "none"}, "de", "Glossary not found.*CLAIMWIRE_DEEPL_GLOSSARY"),
        ({}, "ko", "'target_lang' not supported"),
    ],
)
def test_a_setting_at_fault_is_named(options: dict[str, Any], target: str, words: str) -> None:
    with served("deepl", **options) as (engine, _), pytest.raises(BadSetting, match=words):
        engine.translate(["Hello"], "en", target)


def test_a_wrong_key_is_named_by_its_setting_and_not_shown() -> None:
    with serving(deepl.speak) as server, pytest.raises(BadSetting, match="CLAIMWIRE_DEEPL_KEY") as caught:
        DeepL("wrong-key", server.url).translate(["Hello"], "en", "pt")
    assert "wrong-key" not in str(caught.value)


def test_a_used_up_quota_is_for_another_day() -> None:
    with served("deepl", lambda _: said({"message": "Quota Exceeded"}, 456)) as (engine, _):
        with pytest.raises(TryLater, match="456") as caught:
            engine.translate(["Hello"], "en", "pt")
        assert not isinstance(caught.value, Passing)


def test_too_many_requests_pass() -> None:
    with served("deepl", lambda _: Sent(429, headers={"Retry-After": "3"})) as (engine, _):
        with pytest.raises(Passing, match="429, asks to wait 3 s") as caught:
            engine.translate(["Hello"], "en", "pt")
        assert caught.value.retry_after == 3


@pytest.mark.parametrize(
    "sent",
    [
        Sent(200, b"<html>proxy</html>"),
        Sent(200),
        said({"translations": []}),
        said({"translations": [{"text": "a"}, {"text": "b"}]}),
        said({"translations": [{"text": None}]}),
        said([]),
    ],
)
def test_an_answer_that_is_none_passes(sent: Sent) -> None:
    with served("deepl", lambda _: sent) as (engine, _), pytest.raises(Passing):
        engine.translate(["Hello"], "en", "pt")


def test_a_refused_text_has_no_answer() -> None:
    with served("deepl", lambda _: Sent(413)) as (engine, _):
        assert engine.translate(["Hello", "you"], "en", "pt") == [None, None]
