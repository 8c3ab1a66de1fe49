"""What a message says happened."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote_plus

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.aws.events import MalformedEventError, messages, uploads
from claimwire.upload import Upload


def s3(key: str, bucket: str = "articles", name: str = "ObjectCreated:Put", version: str = "") -> dict[str, Any]:
    """A record as S3 sends it."""
    thing = {"key": key} | ({"versionId": version} if version else {})
    return {"eventSource": "aws:s3", "eventName": name, "s3": {"bucket": {"name": bucket}, "object": thing}}


def body(*records: dict[str, Any]) -> str:
    return json.dumps({"Records": records})


def notification(message: str) -> str:
    """What SNS puts into a queue."""
    return json.dumps({"Type": "Notification", "TopicArn": "arn:aws:sns:eu-west-1:1:t", "Message": message})


def bridge(key: str, kind: str = "Object Created", **more: Any) -> str:
    thing = {"key": key, "size": 3, "version-id": "v1"}
    return json.dumps(
        {"source": "aws.s3", "detail-type": kind, "detail": {"bucket": {"name": "articles"}, "object": thing, **more}}
    )


ONE = [Upload(bucket="articles", key="in/a b.txt")]


@pytest.mark.parametrize(
    "text",
    [
        body(s3("in/a+b.txt")),
        body(s3("in/a+b.txt", name="ObjectCreated:Copy", version="v1")),
        body(s3("in/a+b.txt", name="ObjectCreated:CompleteMultipartUpload")),
        notification(body(s3("in/a+b.txt"))),
        body({"EventSource": "aws:sns", "Sns": {"Message": body(s3("in/a+b.txt"))}}),
        bridge("in/a b.txt"),
        notification(bridge("in/a b.txt")),
        json.dumps({"bucket": "articles", "key": "in/a b.txt"}),
    ],
    ids=["put", "copy", "multipart", "sns in sqs", "sns", "eventbridge", "eventbridge in sns", "direct"],
)
def test_every_way_to_name_a_key(text: str) -> None:
    assert uploads(text) == ONE


@pytest.mark.parametrize(
    ("text", "removed"),
    [
        (body(s3("a", name="ObjectRemoved:Delete", version="v1")), "v1"),
        (body(s3("a", name="LifecycleExpiration:Delete", version="v1")), "v1"),
        (body(s3("a", name="s3:ObjectRemoved:Delete", version="v1")), "v1"),
        (body(s3("a", name="ObjectRemoved:Delete")), ""),
        (body(s3("a", name="ObjectRemoved:Delete", version="null")), ""),
        (body(s3("a", name="ObjectRemoved:DeleteMarkerCreated", version="m1")), ""),
        (body(s3("a", name="LifecycleExpiration:DeleteMarkerCreated", version="m1")), ""),
        (body(s3("a", version="v1")), ""),
        (bridge("a", "Object Deleted", **{"deletion-type": "Permanently Deleted"}), "v1"),
        (bridge("a", "Object Deleted", **{"deletion-type": "Delete Marker Created"}), ""),
        (bridge("a"), ""),
    ],
)
def test_only_what_is_gone_for_good_names_a_version(text: str, removed: str) -> None:
    assert uploads(text) == [Upload(bucket="articles", key="a", removed=removed)]


def test_all_records_in_order() -> None:
    found = uploads(body(s3("a.txt"), s3("b.txt"), s3("c.txt", bucket="other")))
    assert [(one.bucket, one.key) for one in found] == [
        ("articles", "a.txt"),
        ("articles", "b.txt"),
        ("other", "c.txt"),
    ]


def test_what_a_job_sends_on_comes_back_whole() -> None:
    sent = Upload(bucket="articles", key="ü + b.txt", attempts=3, since=1_800_000_000.5, removed="v")
    assert uploads(msgspec.json.encode(sent).decode()) == [sent]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("in/two+words.txt", "in/two words.txt"),
        ("in/C%2B%2B+%281%29.txt", "in/C++ (1).txt"),
        ("in/100%25.txt", "in/100%.txt"),
        ("in/%2541.txt", "in/%41.txt"),
        ("in/%C3%BCber%20%F0%9F%92%A7.txt", "in/über 💧.txt"),
        ("in/a%23b%3Fc.txt", "in/a#b?c.txt"),
    ],
)
def test_a_key_is_decoded_exactly_once(sent: str, key: str) -> None:
    assert [one.key for one in uploads(body(s3(sent)))] == [key]


@given(key=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_any_key_comes_back(key: str) -> None:
    assert [one.key for one in uploads(body(s3(quote_plus(key, safe="/"))))] == [key]
    assert [one.key for one in uploads(bridge(key))] == [key]


def test_the_test_message_of_a_new_notification_names_nothing() -> None:
    text = json.dumps({"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "articles"})
    assert uploads(text) == []
    assert uploads(notification(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "[]",
        "3",
        "null",
        "{}",
        '{"Records": 3}',
        '{"Records": null}',
        '{"Records": [{}]}',
        '{"Records": [{"s3": {"bucket": {}}}]}',
        '{"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": 3}}}]}',
        '{"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": ""}}}]}',
        '{"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": "%ff"}}}]}',
        '{"Records": [{"Sns": {"Message": "hello"}}]}',
        '{"Message": "hello"}',
        '{"detail": {"bucket": {"name": "b"}}}',
        '{"bucket": "b"}',
        '{"bucket": "b", "key": ""}',
        '{"bucket": "b", "key": "k", "attempts": "many"}',
        "\ud800",
        notification(notification(notification(notification(body(s3("a")))))),
    ],
)
def test_what_no_sender_of_ours_writes_is_malformed(text: str) -> None:
    with pytest.raises(MalformedEventError, match="not an S3 event"):
        uploads(text)


def test_a_broken_record_spoils_its_whole_message() -> None:
    with pytest.raises(MalformedEventError):
        uploads(body(s3("a"), {}))


def test_a_queue_says_which_message_it_is_and_why_it_was_set_aside() -> None:
    queued = {
        "eventSource": "aws:sqs",
        "messageId": "m1",
        "body": "x",
        "messageAttributes": {"reason": {"stringValue": "why", "dataType": "String"}},
        "attributes": {"DeadLetterQueueSourceArn": "arn:aws:sqs:eu-west-1:000000000000:uploads"},
    }
    [found, bare] = messages({"Records": [queued, {"body": "y"}]})
    assert (found.id, found.body, found.reason) == ("m1", "x", "why")
    assert found.tried == "arn:aws:sqs:eu-west-1:000000000000:uploads"
    assert (bare.id, bare.body, bare.reason, bare.tried) == ("", "y", "", "")


def test_any_other_event_is_one_message() -> None:
    [direct] = messages({"bucket": "articles", "key": "in/a b.txt"})
    [pushed] = messages({"Records": [s3("in/a+b.txt")]})
    assert uploads(direct.body) == uploads(pushed.body) == ONE
