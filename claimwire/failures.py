"""What could not be done: one record an article, kept until it works after all, from which it can be tried again."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from claimwire.layout import digest_hash
from claimwire.models import Notice
from claimwire.notices import notice_id
from claimwire.ports import Store

FOLDER = "failed/"


class Failure(Struct, frozen=True, kw_only=True):
    """Why, and the message as it came. ``id`` is the article's; where no key could be read from the message, one of the message.

    ``message`` tells one failure of an article from the next.
    """

    id: str
    reason: str
    body: str
    message: str
    bucket: str = ""
    key: str = ""


def of_body(body: str, message: str, reason: str) -> Failure:
    """The failure of a message that names no key."""
    return Failure(id=digest_hash("message", body), reason=reason, body=body, message=message)


def keep(results: Store, failure: Failure) -> None:
    """Write it down."""
    results.put(_key(failure.id), msgspec.json.encode(failure), "application/json")


def read(results: Store, identity: str) -> Failure | None:
    """The failure of one article, while it stands."""
    data = results.get(_key(identity))
    return msgspec.json.decode(data, type=Failure) if data is not None else None


def clear(results: Store, identity: str) -> None:
    """It works after all, or is gone."""
    results.delete(_key(identity))


def listed(results: Store) -> Iterator[Failure]:
    """Every failure that stands."""
    for key in results.list(FOLDER):
        failure = read(results, key.removeprefix(FOLDER).removesuffix(".json"))
        if failure:
            yield failure


def notice(failure: Failure) -> Notice:
    """What subscribers are told; the same id for the same message."""
    return Notice(
        id=notice_id("digest.failed", failure.id, failure.message),
        event="digest.failed",
        article_id=failure.id,
        version="",
        key=failure.key,
        status="failed",
        reason=failure.reason,
    )


def _key(identity: str) -> str:
    return f"{FOLDER}{identity}.json"
