from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators.google import Google
from tests.translators.asking import answers
from tests.translators.pages import Answer, Handler, mark, serving

AWKWARD = (
    "Grüße aus Köln & Düren: 5 < 6 > 4, \"so\" 'etwas'",
    "Fire 🔥 and 👩‍👩‍👧 in Kyiv, 100% + 1 = ?#&q=x&tl=en",
    "Путин: «нет» – 北京说：不。 שלום עולם",
    "semi;colon; a+b C++ (1).txt %20 \\ / {}[]",
)


@pytest.mark.parametrize("text", AWKWARD)
def test_text_arrives_and_comes_back_unharmed(text: str) -> None:
    with serving() as server:
        assert Google(server.url).translate([text], "en", "pt") == [mark(text)]
    assert server.asked == [("en", "pt", text)]


def test_sixteen_threads_get_their_own_answers() -> None:
    with serving() as server:
        engine = Google(server.url)
        texts = [f"sentence number {n} of many" for n in range(480)]
        with ThreadPoolExecutor(16) as pool:
            answers = list(
                pool.map(lambda text: engine.translate([text], "en", "es" if len(text) % 2 else "de"), texts)
            )
    assert [answer for (answer,) in answers] == [mark(text) for text in texts]


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("he", "iw"),
        ("zh-Hans", "zh-CN"),
        ("zh-Hant", "zh-TW"),
        ("nb", "no"),
        ("fil", "tl"),
        ("jv", "jw"),
        ("pt-BR", "pt"),
        ("pt-PT", "pt"),
    ],
)
def test_codes_are_google_s_own_at_the_edge(code: str, asked: str) -> None:
    with serving() as server:
        Google(server.url).translate(["hello"], "en", code)
    assert server.asked == [("en", asked, "hello")]


def test_a_script_that_google_does_not_write_is_not_supported() -> None:
    engine = Google()
    assert not engine.supports("en", "sr-Latn")
    with pytest.raises(BadSetting, match="sr-Latn"):
        engine.translate(["hello"], "en", "sr-Latn")


def test_a_reader_of_european_portuguese_is_told_which_variant_it_is() -> None:
    assert Google().notes("en", "pt-PT") == ("variant: Brazilian Portuguese",)
    assert Google().notes("en", "pt-BR") == Google().notes("en", "pt") == ()


def test_several_segments_travel_as_lines() -> None:
    texts = [f"Sentence {number} says what it says." for number in range(40)]
    with serving(lambda handler, text: handler.page(text.upper())) as server:
        assert answers(Google(server.url), texts) == {text: text.upper() for text in texts}
    assert len(server.asked) == 2


def test_a_long_segment_travels_in_pieces_and_loses_nothing() -> None:
    text = " ".join(f"Sentence {n} says what it says, 和中文也在这里。" for n in range(900))
    with serving(lambda handler, text: handler.page(text)) as server:
        assert answers(Google(server.url), [text]) == {text: text}
    assert len(server.asked) > 5
    assert server.longest < 15_100
    assert max(len(asked) for _, _, asked in server.asked) <= 4_900


def status(code: int, **headers: str) -> Answer:
    return lambda handler, _: handler.send(code, "no", **headers)


def test_http_429_names_the_wait() -> None:
    with serving(status(429, Retry_After="30")) as server, pytest.raises(Passing, match="wait 30 s") as caught:
        Google(server.url).translate(["hello"], "en", "pt")
    assert caught.value.retry_after == 30


def test_http_429_without_a_wait() -> None:
    with serving(status(429)) as server, pytest.raises(Passing, match="429") as caught:
        Google(server.url).translate(["hello"], "en", "pt")
    assert caught.value.retry_after is None


@pytest.mark.parametrize("code", [500, 502, 503, 403])
def test_a_failing_service_is_tried_later(code: int) -> None:
    with serving(status(code)) as server, pytest.raises(TryLater, match=str(code)):
        Google(server.url).translate(["hello"], "en", "pt")


@pytest.mark.parametrize("code", [400, 413, 414])
def test_a_refused_text_has_no_answer(code: int) -> None:
    with serving(status(code)) as server:
        assert Google(server.url).translate(["hello"], "en", "pt") == [None]


def test_a_captcha_is_tried_later() -> None:
    captcha = "<html><form>Our systems have detected unusual traffic</form></html>"
    with serving(lambda handler, _: handler.send(200, captcha)) as server, pytest.raises(TryLater, match="captcha"):
        Google(server.url).translate(["hello"], "en", "pt")


def test_an_empty_answer_is_none() -> None:
    with serving(lambda handler, _: handler.page("  ")) as server:
        assert Google(server.url).translate(["...", "hello"], "en", "pt") == [None, None]


def test_an_unchanged_answer_is_handed_on_for_the_checks_to_judge() -> None:
    with serving(lambda handler, text: handler.page(text)) as server:
        assert Google(server.url).translate(["Emmanuel Macron"], "en", "pt") == ["Emmanuel Macron"]


def hang(handler: Handler, _: str) -> None:
    time.sleep(15)
    handler.connection.close()


def drip(handler: Handler, _: str) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _chunk in range(150):
            handler.wfile.write(b" " * 4096)
            time.sleep(0.1)
    except OSError:
        return  # the client had enough, as it should


@pytest.mark.parametrize("answer", [hang, drip])
def test_the_time_out_holds(answer: Answer) -> None:
    with serving(answer) as server:
        start = time.monotonic()
        with pytest.raises(TryLater):
            Google(server.url, timeout=0.5).translate(["hello"], "en", "pt")
        assert time.monotonic() - start < 8


def test_nobody_at_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(TryLater, match="does not answer"):
        Google(f"http://127.0.0.1:{port}/m").translate(["hello"], "en", "pt")


def test_serbian_is_read_in_both_scripts_and_written_in_cyrillic() -> None:
    engine = Google()
    assert engine.model("sr-Latn", "en") == engine.model("sr-Cyrl", "en") == "google/sr-en"
    assert engine.model("en", "sr-Cyrl") == "google/en-sr"
    assert not engine.supports("en", "sr-Latn")
