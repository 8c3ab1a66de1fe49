from __future__ import annotations

import pytest

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators.microsoft import Microsoft
from tests.translators.asking import answers
from tests.translators.servers import microsoft, served
from tests.translators.servers.phrases import mark, sentences
from tests.translators.servers.serving import Sent, said, serving


def test_texts_travel_in_the_body_and_the_key_in_a_header() -> None:
    with served("microsoft", category="general") as (engine, server):
        assert engine.translate(["<b>Fire</b> & water"], "en", "pt-PT") == [mark("<b>Fire</b> & water")]
    (call,) = server.calls
    assert call.query == {"api-version": "3.0", "textType": "plain", "from": "en", "to": "pt-pt", "category": "general"}
    assert call.json() == [{"Text": "<b>Fire</b> & water"}]
    assert call.headers["ocp-apim-subscription-key"] == microsoft.KEY


def test_a_global_resource_needs_no_region() -> None:
    with serving(lambda _: said([{"translations": [{"text": "Olá", "to": "pt"}]}])) as server:
        assert Microsoft("k", url=server.url).translate(["Hello"], "en", "pt") == ["Olá"]
    assert "ocp-apim-subscription-region" not in server.calls[0].headers


@pytest.mark.parametrize(
    ("code", "asked"),
    [("zh-Hant", "zh-Hant"), ("zh", "zh-Hans"), ("nb", "nb"), ("sr", "sr-Cyrl"), ("sr-Latn", "sr-Latn"), ("pt-BR", "pt"),
     ("fr-CA", "fr-ca")],
)  # fmt: skip
def test_its_codes(code: str, asked: str) -> None:
    assert Microsoft("k").model("en", code) == f"microsoft/en-{asked}"


def test_requests_are_within_its_limits() -> None:
    texts = [*sentences(300), "A word. " * 9_000]
    with served("microsoft") as (engine, server):
        assert len(answers(engine, texts)) == 301
    sizes = [[len(item["Text"]) for item in call.json()] for call in server.calls]
    assert max(map(sum, sizes)) <= 50_000
    assert max(map(len, sizes)) == 100


@pytest.mark.parametrize(
    ("key", "region"), [("wrong-key", microsoft.REGION), (microsoft.KEY, ""), (microsoft.KEY, "eastus")]
)
def test_a_refused_key_names_both_settings(key: str, region: str) -> None:
    with serving(microsoft.speak) as server:
        with pytest.raises(
            BadSetting, match=r"401, .*CLAIMWIRE_MICROSOFT_KEY and CLAIMWIRE_MICROSOFT_REGION"
        ) as caught:
            Microsoft(key, region, server.url).translate(["Hello"], "en", "pt")
        assert key not in str(caught.value)


def test_a_pair_that_the_service_does_not_have() -> None:
    with served("microsoft") as (engine, _), pytest.raises(BadSetting, match="The target language is not valid"):
        engine.translate(["Hello"], "en", "yo")


@pytest.mark.parametrize(("status", "wait"), [(429, "9"), (503, "9"), (500, ""), (408, "")])
def test_what_passes(status: int, wait: str) -> None:
    sent = said(
        {"error": {"code": status * 1000 + 1, "message": "x"}}, status, **({"Retry_After": wait} if wait else {})
    )
    with served("microsoft", lambda _: sent) as (engine, _):
        with pytest.raises(Passing, match=str(status)) as caught:
            engine.translate(["Hello"], "en", "pt")
        assert caught.value.retry_after == (9 if wait else None)


def test_the_free_quota_is_for_another_day() -> None:
    sent = said({"error": {"code": 403001, "message": "out of call volume quota"}}, 403)
    with served("microsoft", lambda _: sent) as (engine, _), pytest.raises(TryLater, match="quota"):
        engine.translate(["Hello"], "en", "pt")


@pytest.mark.parametrize("code", [400050, 400077, 400005])
def test_a_refused_text_has_no_answer(code: int) -> None:
    with served("microsoft", lambda _: said({"error": {"code": code, "message": "too long"}}, 400)) as (engine, _):
        assert engine.translate(["Hello"], "en", "pt") == [None]


@pytest.mark.parametrize(
    "sent",
    [
        Sent(200, b"<html>"),
        said([]),
        said([{"translations": []}]),
        said([{"translations": [{"text": "a"}]}] * 2),
        said({}),
    ],
)
def test_an_answer_that_is_none_passes(sent: Sent) -> None:
    with served("microsoft", lambda _: sent) as (engine, _), pytest.raises(Passing):
        engine.translate(["Hello"], "en", "pt")
