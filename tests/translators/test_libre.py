from __future__ import annotations

import pytest

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators.libre import Libre
from tests.translators.asking import answers
from tests.translators.servers import libre, served
from tests.translators.servers.phrases import mark, sentences
from tests.translators.servers.serving import Call, Sent, said, serving


def test_text_and_key_travel_in_the_body_and_markup_is_text() -> None:
    with served("libre") as (engine, server):
        assert engine.translate(["<b>Fire</b>", "two"], "en", "fr") == [mark("<b>Fire</b>"), "[two]"]
    asked = [call for call in server.calls if call.method == "POST"]
    assert [(call.path, call.query) for call in asked] == [("/translate", {})]
    assert asked[0].json() == {
        "q": ["<b>Fire</b>", "two"], "source": "en", "target": "fr", "format": "text", "api_key": libre.KEY,
    }  # fmt: skip


def test_the_languages_are_asked_for_once() -> None:
    with served("libre") as (engine, server):
        assert engine.supports("en", "pt")
        assert not engine.supports("en", "ja")
        assert not engine.supports("ja", "en")
        engine.translate(["Hello"], "en", "pt")
    assert [call.path for call in server.calls] == ["/languages", "/translate"]


@pytest.mark.parametrize(
    ("code", "asked"), [("pt-BR", "pb"), ("pt-PT", "pt"), ("zh-Hans", "zh-Hans"), ("zh-Hant", "zt"), ("nb", "nb")]
)  # fmt: skip
def test_codes_are_those_that_the_server_has(code: str, asked: str) -> None:
    with served("libre") as (engine, _):
        assert engine.model("en", code) == f"libre/en-{asked}"


def test_a_pair_is_supported_only_where_the_server_has_it_in_that_direction() -> None:
    offer = said(
        [{"code": "en", "name": "English", "targets": ["pt"]}, {"code": "pt", "name": "Portuguese", "targets": []}]
    )
    with served("libre", lambda _: offer) as (engine, _):
        assert engine.supports("en", "pt-BR")
        assert not engine.supports("pt", "en")


def test_an_old_server_that_lists_no_targets_has_all_pairs() -> None:
    with served("libre", lambda _: said([{"code": "en", "name": "English"}, {"code": "ca", "name": "Catalan"}])) as (
        engine,
        _,
    ):
        assert engine.supports("ca", "en")
        assert not engine.supports("ca", "pt")


def test_a_server_that_does_not_list_is_asked_all_the_same() -> None:
    def speak(call: Call) -> Sent:
        return Sent(500) if call.method == "GET" else libre.speak(call)

    with served("libre", speak) as (engine, server):
        assert engine.supports("en", "pt")
        assert engine.translate(["Hello"], "en", "pt") == ["[Hello]"]
        with pytest.raises(TryLater, match="ja is not supported"):
            engine.translate(["Hello"], "en", "ja")
    assert [call.method for call in server.calls] == ["GET", "POST", "POST"]


def test_requests_are_within_its_limits() -> None:
    texts = [*sentences(200), "A word. " * 900]
    with served("libre") as (engine, server):
        assert len(answers(engine, texts)) == 201
    sizes = [[len(text) for text in call.json()["q"]] for call in server.calls if call.method == "POST"]
    assert max(map(sum, sizes)) <= libre.CHARACTERS
    assert max(map(len, sizes)) > 20


def test_a_server_with_another_limit() -> None:
    with served("libre", size="300") as (engine, server):
        answers(engine, list(sentences(20)))
    assert max(sum(map(len, call.json()["q"])) for call in server.calls if call.method == "POST") <= 300


def test_a_wrong_key_is_named_by_its_setting() -> None:
    with serving(libre.speak) as server, pytest.raises(BadSetting, match=r"Invalid API key.*CLAIMWIRE_LIBRE_KEY"):
        Libre(server.url, "wrong").translate(["Hello"], "en", "pt")


def test_no_key_where_none_is_set() -> None:
    with serving(lambda call: said({"translatedText": ["Olá"]})) as server:
        assert Libre(f"{server.url}/").translate(["Hello"], "en", "pt") == ["Olá"]
    assert "api_key" not in server.calls[-1].json()


@pytest.mark.parametrize(
    "sent",
    [
        Sent(429, headers={"Retry-After": "2"}),
        Sent(500),
        Sent(200, b"<html>"),
        said({"translatedText": "x"}),
        said({"translatedText": []}),
    ],
)
def test_what_passes(sent: Sent) -> None:
    def speak(call: Call) -> Sent:
        return sent if call.method == "POST" else libre.speak(call)

    with served("libre", speak) as (engine, _), pytest.raises(Passing):
        engine.translate(["Hello"], "en", "pt")


def test_a_redirect_is_not_followed() -> None:
    moved = Sent(301, headers={"Location": "https://elsewhere.example.org/translate"})
    with served("libre", lambda _: moved) as (engine, _), pytest.raises(TryLater, match="301"):
        engine.translate(["Hello"], "en", "pt")


def test_a_refused_text_has_no_answer() -> None:
    sent = said({"error": "Invalid request: request (9000) exceeds text limit (2000)"}, 400)
    with served("libre", lambda call: sent if call.method == "POST" else libre.speak(call)) as (engine, _):
        assert engine.translate(["Hello"], "en", "pt") == [None]
