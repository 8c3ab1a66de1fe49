"""For those who receive notices at an HTTPS address of their own: is it really SNS that calls, and about our topic?

    from claimwire import webhook

    receiver = webhook.Receiver(topic_arn="arn:aws:sns:eu-west-1:…:claimwire-results")
    notice = receiver.receive(request_body)      # None where the message only confirmed the subscription

Nothing of a message is believed before its signature is checked. Needs the extra ``webhook`` (cryptography). A notice may come
twice: its id is then the same. Answer 200 once you have it, and anything else to be told again.
"""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from msgspec import Struct

from claimwire.errors import Refused
from claimwire.models import Notice
from claimwire.webhooksigning import signed_by

# SNS's own addresses, in every partition of AWS. Whoever could name another would sign with a certificate of their own.
_HOST = re.compile(r"https://sns\.[a-z0-9-]{2,30}\.amazonaws\.com(?:\.cn)?/")
_CERTIFICATE = re.compile(_HOST.pattern + r"SimpleNotificationService-[A-Za-z0-9]{1,100}\.pem")
_MAX_BODY = 600_000  # bytes: a message of 256 KB, escaped once more
_SECONDS = 10

Fetch = Callable[[str], bytes]


class Message(Struct, rename="pascal", frozen=True, kw_only=True):
    """What SNS posts. Its names are SNS's own."""

    type: str
    message_id: str
    topic_arn: str
    message: str
    timestamp: str
    signature: str
    signature_version: str = "1"
    signing_cert_url: str = msgspec.field(name="SigningCertURL")
    subject: str | None = None
    token: str | None = None
    subscribe_url: str | None = msgspec.field(default=None, name="SubscribeURL")


def fetch(url: str) -> bytes:
    """One plain GET of what SNS names; redirects elsewhere are not followed."""
    opener = urllib.request.build_opener(_Stay())
    with opener.open(url, timeout=_SECONDS) as answer:
        body: bytes = answer.read(_MAX_BODY)
    return body


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Receiver:
    """Checks messages of one topic. Certificates are fetched once each, and only from SNS's own addresses."""

    topic_arn: str
    fetch: Fetch = fetch
    _certificates: dict[str, bytes] = field(default_factory=dict)

    def receive(self, body: bytes) -> Notice | None:
        """The notice; None for a confirmation, which is answered. Raises Refused for what did not come from the topic."""
        message = self.verified(body)
        if message.type == "Notification":
            try:
                return msgspec.json.decode(message.message, type=Notice)
            except (msgspec.MsgspecError, UnicodeError) as error:
                raise Refused("the message is no notice of claimwire") from error
        if message.type == "SubscriptionConfirmation":
            self._confirm(message)
        return None

    def verified(self, body: bytes) -> Message:
        """The message, once its topic and signature are checked; raises Refused."""
        if len(body) > _MAX_BODY:
            raise Refused("the message is larger than SNS sends")
        try:
            message = msgspec.json.decode(body, type=Message)
        except (msgspec.MsgspecError, UnicodeError) as error:
            raise Refused("the message is not of SNS's form") from error
        if message.topic_arn != self.topic_arn:
            raise Refused("the message is of another topic")
        if not _CERTIFICATE.fullmatch(message.signing_cert_url):
            raise Refused("the certificate is not at an address of SNS")
        if not signed_by(self._certificate(message.signing_cert_url), message):
            raise Refused("the signature does not fit the message")
        return message

    def _certificate(self, url: str) -> bytes:
        if url not in self._certificates:
            self._certificates[url] = self.fetch(url)
        return self._certificates[url]

    def _confirm(self, message: Message) -> None:
        if not message.subscribe_url or not _HOST.match(message.subscribe_url):
            raise Refused("the confirmation does not lead to SNS")
        self.fetch(message.subscribe_url)
