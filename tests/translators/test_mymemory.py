from __future__ import annotations

import pytest

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators.mymemory import MyMemory
from tests.translators.asking import answers
from tests.translators.servers import mymemory, served
from tests.translators.servers.phrases import mark
from tests.translators.servers.serving import Sent, said, serving


def test_it_is_asked_as_it_wants_to_be() -> None:
    with served("mymemory", email="me@example.org") as (engine, server):
        assert engine.translate(["Fire & water, 5 < 6"], "en", "es") == [mark("Fire & water, 5 < 6")]
    assert server.calls[0].query == {"q": "Fire & water, 5 < 6", "langpair": "en-GB|es-ES", "de": "me@example.org"}


def test_the_address_is_https_by_default() -> None:
    assert MyMemory()._url == "https://api.mymemory.translated.net"


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("en", "en-GB"), ("en-US", "en-US"), ("pt", "pt-BR"), ("pt-PT", "pt-PT"), ("es-MX", "es-MX"), ("es-419", "es-419"),
        ("de-AT", "de-AT"), ("zh-Hans", "zh-CN"), ("zh-Hant", "zh-TW"), ("nb", "nb-NO"), ("sr-Latn", "sr-Latn-RS"), ("uk", "uk-UA"),
    ],
)  # fmt: skip
def test_codes_have_regions(code: str, asked: str) -> None:
    assert MyMemory().model("it", code) == f"mymemory/it-IT-{asked}"


@pytest.mark.parametrize(
    "text", ["A sentence of the news. " * 60, "Новости дня, и ещё раз. " * 60, "新しいニュースの文。" * 60, "😀" * 400]
)
def test_requests_are_under_500_bytes(text: str) -> None:
    with served("mymemory") as (engine, server):
        assert None not in answers(engine, [text.strip()]).values()
    sizes = [len(call.query["q"].encode()) for call in server.calls]
    assert max(sizes) < mymemory.LIMIT
    assert len(sizes) > 2


@pytest.mark.parametrize("http", [200, 429])
def test_a_used_up_quota_is_no_translation(http: int) -> None:
    with served("mymemory", lambda _: mymemory.used_up(http=http)) as (engine, _):
        with pytest.raises(TryLater, match="quota is used up, next in 10 hours 27 minutes 36 seconds") as caught:
            engine.translate(["Hello"], "en", "pt")
        assert not isinstance(caught.value, Passing)


def test_entities_are_read_unless_the_text_itself_has_some() -> None:
    with served("mymemory") as (engine, _):
        assert engine.translate(["it's", "&#39;it's&#39;"], "en", "pt") == ["[it's]", "[&#39;it&#39;s&#39;]"]


def test_a_wrong_address_of_mail_is_named_by_its_setting() -> None:
    with served("mymemory", email="nobody") as (engine, _), pytest.raises(BadSetting, match="CLAIMWIRE_MYMEMORY_EMAIL"):
        engine.translate(["Hello"], "en", "pt")


def test_a_language_that_it_refuses() -> None:
    sent = said(
        {
            "responseData": {"translatedText": "X"},
            "responseDetails": "'XX' IS AN INVALID TARGET LANGUAGE",
            "responseStatus": "403",
        }
    )
    with served("mymemory", lambda _: sent) as (engine, _), pytest.raises(BadSetting, match="INVALID TARGET LANGUAGE"):
        engine.translate(["Hello"], "en", "pt")


def test_a_text_that_it_finds_too_long_has_no_answer() -> None:
    with served("mymemory") as (engine, _):
        assert engine.translate(["x" * 600], "en", "pt") == [None]


@pytest.mark.parametrize("data", [None, {"translatedText": None}, {"translatedText": ""}])
def test_an_empty_answer_is_none(data: object) -> None:
    with served("mymemory", lambda _: said({"responseData": data, "responseStatus": 200})) as (engine, _):
        assert engine.translate(["Hello"], "en", "pt") == [None]


@pytest.mark.parametrize(
    "sent",
    [
        Sent(200, b"<html>"),
        Sent(503),
        Sent(429, headers={"Retry-After": "1"}),
        said({"responseStatus": "500"}),
        said([]),
    ],
)
def test_what_passes(sent: Sent) -> None:
    with served("mymemory", lambda _: sent) as (engine, _), pytest.raises(Passing):
        engine.translate(["Hello"], "en", "pt")


def test_a_key_travels_encrypted_only() -> None:
    with serving(mymemory.speak) as server:
        MyMemory(key="k", url=server.url).translate(["Hello"], "en", "pt")
    assert server.calls[0].query["key"] == "k"
    with pytest.raises(BadSetting, match="https"):
        MyMemory(key="k", url="http://relay.example.org")
