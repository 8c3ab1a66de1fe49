"""Messages as SNS sends them, signed with a certificate of the tests' own: what is believed, and what is not."""

from __future__ import annotations

import base64
import datetime
import json
import runpy
import threading
import urllib.error
import urllib.request
from typing import Any

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from bench.structure import ROOT
from claimwire.errors import Refused
from claimwire.models import Notice
from claimwire.webhook import Receiver
from tests.profiles import PROFILE

TOPIC = "arn:aws:sns:eu-west-1:123456789012:claimwire"
CERTIFICATE_URL = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem"
NOTICE = Notice(
    id="n" * 32,
    event="digest.ready",
    article_id="a" * 32,
    version="b" * 32,
    key="a.txt",
    status="ready",
    claims=("Ana said no.",),
)
# The order of the fields in what SNS signs: by name, without those that are not there.
SIGNED = {
    "Notification": ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    "SubscriptionConfirmation": ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"),
}
DIGESTS: dict[str, hashes.HashAlgorithm] = {"1": hashes.SHA1(), "2": hashes.SHA256()}  # noqa: S303 - SNS's first version
KEY = rsa.generate_private_key(65537, 2048)


def certificate(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.example")])
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + datetime.timedelta(days=9000))
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


CERTIFICATE = certificate(KEY)


def message(version: str = "2", **changes: Any) -> dict[str, Any]:
    """A signed message; ``changes`` are made before it is signed."""
    fields = {
        "Type": "Notification",
        "MessageId": "m-1",
        "TopicArn": TOPIC,
        "Subject": "New: a",
        "Message": msgspec.json.encode(NOTICE).decode(),
        "Timestamp": "2026-11-23T10:00:00.000Z",
        "SignatureVersion": version,
        "SigningCertURL": CERTIFICATE_URL,
        **changes,
    }
    fields = {name: value for name, value in fields.items() if value is not None}
    lines = "".join(f"{name}\n{fields[name]}\n" for name in SIGNED.get(fields["Type"], ()) if name in fields)
    signature = KEY.sign(lines.encode(), padding.PKCS1v15(), DIGESTS[version])
    return {**fields, "Signature": base64.b64encode(signature).decode()}


def confirmation(
    url: str = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t",
) -> dict[str, Any]:
    return message(Type="SubscriptionConfirmation", Subject=None, Token="t", SubscribeURL=url)


class Web:
    """What the receiver fetches, and what for."""

    def __init__(self, certificate: bytes = CERTIFICATE) -> None:
        self.asked: list[str] = []
        self.certificate = certificate
        self.receiver = Receiver(TOPIC, fetch=self.fetch)

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        return self.certificate

    def receive(self, sent: dict[str, Any]) -> Notice | None:
        return self.receiver.receive(json.dumps(sent).encode())


@pytest.mark.parametrize("version", ["1", "2"])
@pytest.mark.parametrize("subject", ["New: a", None])
def test_a_signed_notice_is_believed_and_its_certificate_fetched_once(version: str, subject: str | None) -> None:
    web = Web()
    for _ in range(3):
        assert web.receive(message(version, Subject=subject)) == NOTICE
    assert web.asked == [CERTIFICATE_URL]


def test_a_confirmation_is_answered() -> None:
    web = Web()
    assert web.receive(confirmation()) is None
    assert web.asked == [CERTIFICATE_URL, confirmation()["SubscribeURL"]]


@pytest.mark.parametrize("field", ["Message", "MessageId", "Subject", "Timestamp", "Type", "Signature"])
def test_a_field_changed_after_signing_is_noticed(field: str) -> None:
    sent = message()
    other = {"Type": "UnsubscribeConfirmation", "Signature": base64.b64encode(b"x" * 256).decode()}
    with pytest.raises(Refused):
        Web().receive({**sent, field: other.get(field, sent[field] + " ")})


@pytest.mark.parametrize(
    "change",
    [
        {"Subject": None},
        {"Signature": "FAKE"},
        {"Signature": ""},
        {"Signature": "é"},
        {"SignatureVersion": "1"},
        {"SignatureVersion": "3"},
        {"SignatureVersion": ""},
        {"Type": "Other"},
        {"TopicArn": TOPIC + "2"},
        {"Message": 1},
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any]) -> None:
    sent = {name: value for name, value in {**message(), **change}.items() if value is not None}
    with pytest.raises(Refused):
        Web().receive(sent)


@pytest.mark.parametrize(
    "url",
    [
        "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem",
        "https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0.pem",
        "https://evil.example/SimpleNotificationService-0.pem",
        "https://evil.example/?https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-0.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-0.pem",
        "https://bucket.s3.amazonaws.com/SimpleNotificationService-0.pem",
        "https://sns.x.s3.amazonaws.com/SimpleNotificationService-0.pem",
        "https://sns.eu-west-1.amazonaws.com/../SimpleNotificationService-0.pem",
        "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem\n",
        "file:///etc/passwd",
        "",
    ],
)
def test_a_certificate_from_elsewhere_is_not_even_fetched(url: str) -> None:
    web = Web()
    with pytest.raises(Refused, match="certificate"):
        web.receive(message(SigningCertURL=url))
    assert web.asked == []


OTHERS = (rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP256R1()))


@pytest.mark.parametrize("other", [certificate(OTHERS[0]), certificate(OTHERS[1]), b"", b"junk"])
def test_another_certificate_does_not_fit(other: bytes) -> None:
    with pytest.raises(Refused, match="signature"):
        Web(other).receive(message())


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "http://169.254.169.254/",
        "https://sns.eu-west-1.amazonaws.com.evil.example/",
        "",
        "sns",
    ],
)
def test_a_confirmation_that_leads_elsewhere_is_not_followed(url: str) -> None:
    web = Web()
    with pytest.raises(Refused, match="lead to SNS"):
        web.receive(confirmation(url))
    assert web.asked == [CERTIFICATE_URL]


def test_a_signed_message_that_is_no_notice_is_refused() -> None:
    with pytest.raises(Refused, match="no notice"):
        Web().receive(message(Message="hello"))


@given(body=st.binary(max_size=200))
@PROFILE
def test_any_body_is_refused(body: bytes) -> None:
    with pytest.raises(Refused):
        Web().receiver.receive(body)


def test_a_body_too_large_is_refused_unread() -> None:
    with pytest.raises(Refused, match="larger"):
        Web().receiver.receive(b" " * 600_001)


def test_the_example_shows_a_notice_once_and_refuses_strangers(capsys: pytest.CaptureFixture[str]) -> None:
    example = runpy.run_path(str(ROOT / "examples" / "webhook_receiver.py"))
    server = example["serve"](Web().receiver, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        assert [
            _post(server.server_port, sent) for sent in (message(), message(), {**message(), "Signature": "FAKE"})
        ] == [200, 200, 403]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert capsys.readouterr().out == "digest.ready: a.txt\n  - Ana said no.\n"


def _post(port: int, sent: dict[str, Any]) -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://127.0.0.1:{port}/", json.dumps(sent).encode(), timeout=10) as answer:
            status: int = answer.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    return status
