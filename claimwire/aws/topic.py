"""SNS behind the Topic port: JSON for programs, readable text for e-mail, attributes to filter on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from claimwire import layout
from claimwire.aws import mail
from claimwire.models import Notice

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient

MAX_MESSAGE = 262_144  # bytes of a message with its attributes (SNS quota)
# What the subject and the attributes may take of it at most: 20 speakers of 200 characters, escaped, and the rest.
_RESERVE = 60_000
MAX_VALUE = 200  # characters of an attribute's value
_MAX_SPEAKERS, _MAX_TEXT = 20, 1000


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
    return _cut(notice, _both).decode()


def cut(notice: Notice) -> bytes:
    """The notice as JSON, cut in the same way."""
    return _cut(notice, msgspec.json.encode)


def _cut(notice: Notice, form: Callable[[Notice], bytes]) -> bytes:
    forms = (form(each) for each in (notice, _without_claims(notice), _shortest(notice)))
    return next((text for text in forms if len(text) <= MAX_MESSAGE - _RESERVE), form(_shortest(notice)))


def _both(notice: Notice) -> bytes:
    return msgspec.json.encode({"default": msgspec.json.encode(notice).decode(), "email": mail.body(notice)})


def _without_claims(notice: Notice) -> Notice:
    return msgspec.structs.replace(
        notice,
        claims=(),
        attributions=(),
        caveats=(),
        warnings=(),
        speakers=tuple(name[:MAX_VALUE] for name in notice.speakers[:_MAX_SPEAKERS]),
        title=notice.title and notice.title[:_MAX_TEXT],
        reason=notice.reason and notice.reason[:_MAX_TEXT],
    )


def _shortest(notice: Notice) -> Notice:
    """With one link: digest.json lists all other files."""
    urls = {file: url for file, url in notice.urls.items() if file == layout.DIGEST}
    return msgspec.structs.replace(_without_claims(notice), urls=urls)


def attributes(notice: Notice) -> dict[str, Any]:
    """Message attributes; ``key_prefix`` is the key's folder. Empty values are left out: SNS refuses them."""
    lists = {
        "languages": list(notice.languages),
        "speakers": [name[:MAX_VALUE] for name in notice.speakers[:_MAX_SPEAKERS]],
    }
    texts = {
        "event": notice.event,
        "status": notice.status,
        "source_language": notice.source_language,
        "key_prefix": notice.key.rpartition("/")[0][:MAX_VALUE],
    }
    found: dict[str, Any] = {
        name: {"DataType": "String", "StringValue": value} for name, value in texts.items() if value
    }
    for name, values in lists.items():
        if values:
            found[name] = {"DataType": "String.Array", "StringValue": msgspec.json.encode(values).decode()}
    return found
