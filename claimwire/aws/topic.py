"""SNS behind the Topic port: JSON for programs, readable text for e-mail, attributes to filter on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from claimwire.aws import mail
from claimwire.models import Notice

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient

MAX_MESSAGE = 262_144  # bytes of a message with its attributes (SNS quota)
_MAX_BODY = 100_000  # bytes of one form: two of them, escaped inside the JSON of the structure, stay under the quota
_MAX_SPEAKERS, _MAX_VALUE = 20, 200


class SnsTopic:
    """Publishes with ``MessageStructure=json``."""

    def __init__(self, arn: str, sns: SNSClient) -> None:
        self._arn, self._sns = arn, sns

    def publish(self, notice: Notice) -> None:
        """Announce to all subscribers, each filtered by its own policy."""
        self._sns.publish(
            TopicArn=self._arn,
            Subject=mail.subject(notice),
            Message=message(notice),
            MessageStructure="json",
            MessageAttributes=attributes(notice),
        )


def message(notice: Notice) -> str:
    """The two forms; whatever is too long is cut to the links that lead to the whole."""
    body = msgspec.json.encode(notice)
    if len(body) > _MAX_BODY:
        body = msgspec.json.encode(msgspec.structs.replace(notice, claims=(), speakers=notice.speakers[:_MAX_SPEAKERS]))
    text = mail.body(notice).encode()[:_MAX_BODY].decode("utf-8", "ignore")
    return msgspec.json.encode({"default": body.decode(), "email": text}).decode()


def attributes(notice: Notice) -> dict[str, Any]:
    """Message attributes; ``key_prefix`` is the key's folder. Empty values are left out: SNS refuses them."""
    lists = {
        "languages": list(notice.languages),
        "speakers": [name[:_MAX_VALUE] for name in notice.speakers[:_MAX_SPEAKERS]],
    }
    texts = {
        "event": notice.event,
        "status": notice.status,
        "source_language": notice.source_language,
        "key_prefix": notice.key.rpartition("/")[0][:_MAX_VALUE],
    }
    found: dict[str, Any] = {
        name: {"DataType": "String", "StringValue": value} for name, value in texts.items() if value
    }
    for name, values in lists.items():
        if values:
            found[name] = {"DataType": "String.Array", "StringValue": msgspec.json.encode(values).decode()}
    return found
