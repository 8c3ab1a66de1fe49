"""EventBridge behind the Topic port: an option of the stack, for rules, archives and other accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.aws.clients import client
from claimwire.aws.topic import SnsTopic, cut
from claimwire.errors import TryLater
from claimwire.models import Notice
from claimwire.ports import Topic

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient

SOURCE = "claimwire"


class BusTopic:
    """Events of source ``claimwire``; ``detail-type`` is the notice's event, ``detail`` the notice (docs/notice.schema.json)."""

    def __init__(self, bus: str, events: EventBridgeClient) -> None:
        self._bus, self._events = bus, events

    def publish(self, notice: Notice) -> None:
        """Put one event; raises TryLater where EventBridge takes it not."""
        answer = self._events.put_events(
            Entries=[
                {
                    "EventBusName": self._bus,
                    "Source": SOURCE,
                    "DetailType": notice.event,
                    "Detail": cut(notice).decode(),
                }
            ]
        )
        if answer["FailedEntryCount"]:
            raise TryLater(
                f"the event bus {self._bus} refused: {answer['Entries'][0].get('ErrorMessage', 'no reason given')}"
            )


class Both:
    """Two topics: the notice counts as announced once both have it, and a repeat goes to both with the same id."""

    def __init__(self, first: Topic, second: Topic) -> None:
        self._topics = (first, second)

    def publish(self, notice: Notice) -> None:
        """Announce on each in turn."""
        for topic in self._topics:
            topic.publish(notice)


def topic(arn: str, bus: str = "") -> Topic:
    """The stack's SNS topic, and its event bus where it has one."""
    sns = SnsTopic(arn, client("sns"))
    return Both(sns, BusTopic(bus, client("events"))) if bus else sns
