"""How SNS signs: lines of names and values, under the key of a certificate (SNS Developer Guide, "Verifying message signatures")."""

from __future__ import annotations

import base64
import binascii
from typing import Protocol

_NOTIFICATION = ("message", "message_id", "subject", "timestamp", "topic_arn", "type")
_CONFIRMATION = ("message", "message_id", "subscribe_url", "timestamp", "token", "topic_arn", "type")
_FIELDS = {
    "Notification": _NOTIFICATION,
    "SubscriptionConfirmation": _CONFIRMATION,
    "UnsubscribeConfirmation": _CONFIRMATION,
}
_NAMES = {"message_id": "MessageId", "topic_arn": "TopicArn", "subscribe_url": "SubscribeURL"}


class Signed(Protocol):
    """What of a message is looked at here."""

    @property
    def type(self) -> str:
        """Notification or one of two confirmations."""

    @property
    def signature(self) -> str:
        """Base64."""

    @property
    def signature_version(self) -> str:
        """1: SHA-1. 2: SHA-256."""


def text_of(message: Signed) -> bytes:
    """What is signed; empty for a type that there is not."""
    given = ((name, getattr(message, name)) for name in _FIELDS.get(message.type, ()))
    return "".join(
        f"{_NAMES.get(name, name.title())}\n{value}\n" for name, value in given if value is not None
    ).encode()


def signed_by(certificate: bytes, message: Signed) -> bool:
    """Whether the message's signature is of the key in this certificate (PEM)."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    # Version 1 is what a topic signs with until it is told otherwise; ours asks for 2 (infra/topic.yml).
    digests = {"1": hashes.SHA1, "2": hashes.SHA256}
    digest, text = digests.get(message.signature_version), text_of(message)
    if digest is None or not text:
        return False
    try:
        key = x509.load_pem_x509_certificate(certificate).public_key()
        if not isinstance(key, RSAPublicKey):
            return False
        key.verify(base64.b64decode(message.signature, validate=True), text, PKCS1v15(), digest())
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True
