"""The engine's requests are read and checked by botocore's own model of the service; its answers parsed by botocore."""

from __future__ import annotations

from typing import Any

import pytest

from claimwire.aws.translate import Amazon
from claimwire.errors import BadSetting, Passing, TryLater
from tests.translators.asking import answers
from tests.translators.servers import amazon, served
from tests.translators.servers.phrases import mark, sentences, translated
from tests.translators.servers.serving import HANGS, Sent, said, serving


@pytest.mark.parametrize(
    "options", [{}, {"terminology": amazon.TERMINOLOGY, "formality": "formal", "profanity": "mask"}]
)
def test_requests_are_what_the_model_says(options: dict[str, Any]) -> None:
    with served("amazon", **options) as (engine, server):
        assert engine.translate(["Fire & <b>water</b>"], "en", "pt-PT") == [mark("Fire & <b>water</b>")]
    asked = amazon.read(server.calls[0])
    assert asked["Text"] == "Fire & <b>water</b>"
    assert (asked["SourceLanguageCode"], asked["TargetLanguageCode"]) == ("en", "pt-PT")
    assert asked.get("TerminologyNames", []) == ([amazon.TERMINOLOGY] if options else [])
    assert asked.get("Settings", {}) == ({"Formality": "FORMAL", "Profanity": "MASK"} if options else {})


@pytest.mark.parametrize(
    ("code", "asked"),
    [("pt-BR", "pt"), ("pt-PT", "pt-PT"), ("zh-Hans", "zh"), ("zh-Hant", "zh-TW"), ("nb", "no"), ("fil", "tl"), ("es-MX", "es-MX"),
     ("es-AR", "es"), ("fr-CA", "fr-CA"), ("sr-Cyrl", "sr"), ("fa-AF", "fa-AF")],
)  # fmt: skip
def test_its_codes(code: str, asked: str) -> None:
    assert Amazon().model("en", code) == f"amazon/en-{asked}"
    assert len(asked) <= 5  # the model's own limit


@pytest.mark.parametrize(
    "unit", ["A sentence of the news, and one more. ", "Новости дня, и ещё раз. ", "新しいニュースの文。", "😀", "é"]
)
def test_the_limit_is_in_bytes(unit: str) -> None:
    text = (unit * 9_000)[:45_000].strip()
    with served("amazon") as (engine, server):
        assert None not in answers(engine, [text]).values()
    sizes = [len(amazon.read(call)["Text"].encode()) for call in server.calls]
    assert max(sizes) <= amazon.BYTES
    assert sum(sizes) > 0.99 * len(text.encode()) - len(sizes)


def test_a_text_over_the_limit_has_no_answer() -> None:
    with served("amazon") as (engine, _):
        assert engine.translate(["é" * 6_000], "en", "pt") == [None]


def test_sentences_travel_as_lines() -> None:
    texts = list(sentences(60))
    with served("amazon") as (engine, server):
        assert answers(engine, texts) == {text: translated(text, "pt") for text in texts}
    assert len(server.calls) == 3


@pytest.mark.parametrize(
    "name",
    ["TooManyRequestsException", "ThrottlingException", "ServiceUnavailableException", "InternalServerException"],
)
def test_throttling_passes_and_is_left_to_our_own_patience(name: str) -> None:
    slow = amazon.error(name, "slow down", Retry_After="4")
    with served("amazon", lambda _: slow) as (engine, server):
        with pytest.raises(Passing, match=name) as caught:
            engine.translate(["Hello"], "en", "pt")
        assert caught.value.retry_after == 4
    assert len(server.calls) == 1


@pytest.mark.parametrize(
    ("name", "status", "advice"),
    [
        ("AccessDeniedException", 400, "allow translate:TranslateText"),
        ("UnrecognizedClientException", 400, "check the credentials"),
        ("ExpiredTokenException", 400, "check the credentials"),
        ("ResourceNotFoundException", 404, "CLAIMWIRE_AMAZON_TERMINOLOGY"),
        ("InvalidRequestException", 400, "check the languages"),
        ("UnsupportedLanguagePairException", 400, "not offered"),
    ],
)
def test_a_setting_at_fault_is_named(name: str, status: int, advice: str) -> None:
    refused = amazon.error(name, "no", status)
    with served("amazon", lambda _: refused) as (engine, _), pytest.raises(BadSetting, match=f"{name}.*{advice}"):
        engine.translate(["Hello"], "en", "pt")


def test_a_pair_that_the_region_does_not_have() -> None:
    with served("amazon") as (engine, _), pytest.raises(BadSetting, match="Unsupported language pair: en to so"):
        engine.translate(["Hello"], "en", "so")


def test_an_unknown_terminology() -> None:
    with served("amazon", terminology="none") as (engine, _), pytest.raises(BadSetting, match="AMAZON_TERMINOLOGY"):
        engine.translate(["Hello"], "en", "pt")


def test_a_terminology_whose_name_is_none() -> None:
    with served("amazon", terminology="x" * 300) as (engine, _), pytest.raises(BadSetting, match="AMAZON_TERMINOLOGY"):
        engine.translate(["Hello"], "en", "pt")


def test_an_error_that_nobody_knows_is_for_another_day() -> None:
    with served("amazon", lambda _: amazon.error("SomethingNew", "no")) as (engine, _):
        with pytest.raises(TryLater, match="SomethingNew") as caught:
            engine.translate(["Hello"], "en", "pt")
        assert not isinstance(caught.value, Passing)


@pytest.mark.parametrize(
    "sent",
    [
        HANGS,
        Sent(gone=True),
        Sent(200, b"<html>"),
        Sent(200),
        Sent(502, b"<html>"),
        Sent(200, b"\xff\xff"),
        said([]),
        said({"TranslatedText": 5}),
        said({"ok": True}),
    ],
)
def test_what_is_no_answer_passes(sent: Sent) -> None:
    with served("amazon", lambda _: sent, timeout=0.5) as (engine, _), pytest.raises(Passing):
        engine.translate(["Hello"], "en", "pt")


def test_without_credentials_or_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(BadSetting, match="CLAIMWIRE_AMAZON_REGION"):
        Amazon().translate(["Hello"], "en", "pt")
    with serving(amazon.speak) as server, pytest.raises(BadSetting, match="credentials"):
        Amazon("eu-west-1", server.url).translate(["Hello"], "en", "pt")
    assert server.calls == []
