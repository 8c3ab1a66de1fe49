"""What a queue message says happened."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.aws.events import MalformedEventError, uploads


def message(*keys: str, bucket: str = "articles") -> dict[str, str]:
    """An SQS message with the S3 event for keys as S3 sends them."""
    records = [
        {"eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": bucket}, "object": {"key": key}}} for key in keys
    ]
    return {"body": json.dumps({"Records": records})}


def found(*messages: dict[str, Any]) -> list[tuple[str, str]]:
    return list(uploads({"Records": list(messages)}))


def test_all_records_of_all_messages_in_order() -> None:
    assert found(message("a.txt", "b.txt"), message("c.txt", bucket="other")) == [
        ("articles", "a.txt"),
        ("articles", "b.txt"),
        ("other", "c.txt"),
    ]


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
    assert found(message(sent)) == [("articles", key)]


@given(key=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_any_key_comes_back(key: str) -> None:
    assert found(message(quote_plus(key, safe="/"))) == [("articles", key)]


def test_the_test_message_of_a_new_notification_names_nothing() -> None:
    body = json.dumps({"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "articles"})
    assert found({"body": body}, message("a.txt")) == [("articles", "a.txt")]


@pytest.mark.parametrize(
    "body",
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
        "\ud800",
    ],
)
def test_what_no_sender_of_ours_writes_is_malformed(body: str) -> None:
    with pytest.raises(MalformedEventError, match="not an S3 event"):
        found({"body": body})


def test_a_broken_record_spoils_its_whole_message() -> None:
    body = json.dumps({"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": "a"}}}, {}]})
    seen: list[tuple[str, str]] = []
    with pytest.raises(MalformedEventError):
        seen.extend(uploads({"Records": [{"body": body}]}))
    assert seen == []
