"""One bounded request: time, size, redirects, certificates, sessions."""

from __future__ import annotations

import datetime
import email.utils
import gzip
import shutil
import ssl
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators import refusals
from claimwire.translators.http import USER_AGENT, Reply, Service
from tests.translators.servers.serving import HANGS, Call, Handler, Sent, said, serving


def echo(call: Call) -> Sent:
    return said({"text": call.json()["text"], "agent": call.headers["user-agent"]})


class Slow(Handler):
    """Sends a byte at a time: first the headers, or only the body."""

    whole = b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + b"x" * 400
    at_once = 0

    def answer(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.wfile.write(self.whole[: self.at_once])
        for place in range(self.at_once, len(self.whole)):
            if self.server.closing.wait(0.02):
                return
            self.wfile.write(self.whole[place : place + 1])


class SlowBody(Slow):
    at_once = 50


@pytest.mark.parametrize("handler", [Slow, SlowBody])
def test_an_answer_that_drips_ends_with_the_time(handler: type[Handler]) -> None:
    with serving(echo) as server:
        server.RequestHandlerClass = handler
        start = time.monotonic()
        with pytest.raises(Passing, match="does not answer"):
            Service("It", timeout=0.4).post(server.url, {})
        assert 0.3 < time.monotonic() - start < 6


@pytest.mark.parametrize(
    "sent", [HANGS, Sent(gone=True), Sent(headers={"Content-Length": "9"}), Sent(body=b"x" * 5_000_000)]
)
def test_what_is_no_whole_answer_passes(sent: Sent) -> None:
    with serving(lambda _: sent) as server, pytest.raises(Passing):
        Service("It", timeout=0.5).post(server.url, {})


def test_a_proxy_is_used_and_the_time_holds_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(echo) as proxy:
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", proxy.url)
        assert Service("It").post("http://translate.example.org/x", {"text": "one"}).status == 200
        assert proxy.calls[0].headers["host"] == "translate.example.org"
        proxy.RequestHandlerClass = Slow
        start = time.monotonic()
        with pytest.raises(Passing, match="does not answer"):
            Service("It", timeout=0.4).post("http://translate.example.org/x", {"text": "two"})
        assert 0.3 < time.monotonic() - start < 6


def test_a_compressed_answer_is_bounded_by_what_it_opens_to() -> None:
    bomb = Sent(200, gzip.compress(b"x" * 50_000_000), {"Content-Encoding": "gzip"})
    with serving(lambda _: bomb) as server, pytest.raises(Passing, match="too much"):
        Service("It").get(server.url)


def test_no_redirect_is_followed() -> None:
    with serving(echo) as other, serving(lambda _: Sent(307, headers={"Location": other.url})) as server:
        reply = Service("It").post(server.url, {"text": "secret"})
        assert reply.status == 307
        with pytest.raises(TryLater, match="307"):
            refusals.accepted("It", reply, "")
    assert other.calls == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_that_nobody_signed_is_refused(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(tmp_path))
    with serving(echo) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        with pytest.raises(TryLater, match="SSLError") as caught:
            Service("It").post(server.url.replace("http://", "https://"), {"text": "secret"})
    assert not isinstance(caught.value, Passing)
    assert server.calls == []


def _certificate(folder: Path) -> Path:
    both = folder / "both.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    named = ["-subj", "/CN=127.0.0.1", "-days", "2", "-keyout", str(both), "-out", str(folder / "one.pem")]
    subprocess.run([*made, *named], check=True, capture_output=True)
    both.write_text(both.read_text() + (folder / "one.pem").read_text())
    return both


def test_connections_are_kept_and_serve_one_request_at_a_time() -> None:
    with serving(echo, latency=0.005) as server:
        service = Service("It")

        def ask(number: int) -> bool:
            return f'"text {number}"'.encode() in service.post(server.url, {"text": f"text {number}"}).body

        with ThreadPoolExecutor(16) as pool:
            assert all(pool.map(ask, range(800)))
        assert ask(800)
    assert server.connections <= 16


def test_a_connection_that_the_server_closed_is_made_anew() -> None:
    with serving(lambda _: Sent(200, b"x", {"Connection": "close"})) as server:
        service = Service("It")
        assert [service.get(server.url).body for _ in range(3)] == [b"x"] * 3
    assert server.connections == 3


def test_nothing_passes_from_one_call_to_the_next() -> None:
    with serving(lambda call: said({}, Set_Cookie="who=me; Path=/")) as server:
        service = Service("It")
        service.post(server.url, {"text": "one"}, {"Authorization": "key"})
        service.post(server.url, {"text": "two"})
    assert "cookie" not in server.calls[1].headers
    assert "authorization" not in server.calls[1].headers
    assert server.calls[1].headers["user-agent"] == USER_AGENT
    assert USER_AGENT.startswith("claimwire/")


def test_a_password_in_netrc_does_not_take_the_place_of_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password mine\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with serving(lambda _: said({})) as server:
        Service("It").post(server.url, {}, {"Authorization": "DeepL-Auth-Key x"})
    assert server.calls[0].headers["authorization"] == "DeepL-Auth-Key x"


def test_half_characters_are_sent_as_question_marks() -> None:
    with serving(echo) as server:
        assert b'"a?b"' in Service("It").post(server.url, {"text": "a\ud800b"}).body


NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 120 ", 120.0),
        (email.utils.format_datetime(NOW + datetime.timedelta(seconds=90), usegmt=True), 90.0),
        (email.utils.format_datetime(NOW - datetime.timedelta(hours=1), usegmt=True), 0.0),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    date = email.utils.format_datetime(NOW, usegmt=True)
    assert refusals.seconds({"retry-after": value, "date": date}) == seconds


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 529])
def test_what_passes(status: int) -> None:
    with pytest.raises(Passing, match=str(status)):
        refusals.accepted("It", Reply(status, b""), "KEY")


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_names_the_setting(status: int) -> None:
    with pytest.raises(BadSetting, match=r"HTTP 40\d, no such key.*check CLAIMWIRE_IT_KEY"):
        refusals.accepted("It", Reply(status, b'{"error": {"message": "no such key"}}'), "CLAIMWIRE_IT_KEY")


@pytest.mark.parametrize(("status", "good"), [(200, True), (204, True), (400, False), (413, False), (414, False)])
def test_answers_and_refused_texts(status: int, good: bool) -> None:
    assert refusals.accepted("It", Reply(status, b""), "") is good


@pytest.mark.parametrize("status", [301, 302, 404, 405, 410])
def test_the_rest_is_for_another_day(status: int) -> None:
    with pytest.raises(TryLater, match=str(status)) as caught:
        refusals.accepted("It", Reply(status, b""), "")
    assert not isinstance(caught.value, Passing)


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"{}", b'{"error": {}}', b'{"message": 5}', b"\xff"])
def test_a_message_that_is_none_is_left_out(body: bytes) -> None:
    assert refusals.said(Reply(400, body)) == ""
