"""A notice as e-mail and as an SNS message: readable, and always small enough to go out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from claimwire import codes
from claimwire.aws import mail, topic
from claimwire.models import Notice

NOTICE = Notice(
    id="n" * 32,
    event="digest.ready",
    article_id="a" * 32,
    version="b" * 32,
    key="desk/porto/a.txt",
    status="ready",
    title="Bridge opens in May",
    source_language="en",
    languages=("en", "pt", "zh-Hans"),
    speakers=("Ana Lima", "Rui Costa"),
    claims=("Ana Lima said the bridge would cost 4.5 million euros, and " + "that it was worth it " * 8, "Rain fell."),
    urls={
        file: f"https://news.example/v1/articles/{'a' * 32}/{'b' * 32}/{file}?k=k1.{'m' * 24}"
        for file in ("digest.json", "digest.en.html", "summary.en.md", "digest.pt.html", "digest.zh-Hans.html")
    },
)
TEXT = st.text(max_size=200)


@pytest.mark.parametrize(
    ("event", "title", "subject"),
    [
        ("digest.ready", "Bridge opens in May", "New: Bridge opens in May"),
        ("digest.updated", "Bridge\n opens", "Updated: Bridge opens"),
        ("digest.deleted", None, "Deleted: desk/porto/a.txt"),
        ("digest.ready", "Café opens in Łódź today", "New: Caf opens in d today"),
        ("digest.refused", "大桥将于五月开放", "Refused: article in English"),
        ("digest.ready", "=?utf-8?q?=0aBcc:_a@x.example?=", "New: = ?utf-8?q?=0aBcc:_a@x.example?="),
    ],
)
def test_subjects(event: str, title: str | None, subject: str) -> None:
    assert mail.subject(replace(NOTICE, event=event, title=title)) == subject


@given(title=TEXT | st.none(), key=TEXT, language=st.sampled_from(sorted(codes.NAMES)))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_a_subject_is_what_sns_takes(title: str | None, key: str, language: str) -> None:
    subject = mail.subject(replace(NOTICE, title=title, key=key, source_language=language))
    assert 0 < len(subject) < 100
    assert subject.isascii()
    assert subject.isprintable()
    assert subject[0].isalpha()
    assert subject == subject.strip()


def test_a_body_has_title_speakers_claims_and_whole_links() -> None:
    lines = mail.body(NOTICE).splitlines()
    assert lines[0] == "Bridge opens in May"
    assert "New, in English. Speakers: Ana Lima, Rui Costa." in lines
    assert "2. Rain fell." in lines
    assert f"Chinese (Hans): {NOTICE.urls['digest.zh-Hans.html']}" in lines
    assert not any("summary" in line or "digest.json" in line for line in lines)
    assert all(len(line) <= 72 for line in lines if "https://" not in line)


def test_a_mail_as_it_is_read() -> None:
    notice = replace(
        NOTICE,
        claims=("The bridge will open in May, and it will cost 4.5 million euros.", "Rain fell."),
        attributions=("Ana Lima (quoted)", "(stated by the article)"),
        caveats=("The figures could not be verified.",),
        warnings=("Portuguese: a number differs",),
        urls={file: url.replace("m" * 24, "m") for file, url in NOTICE.urls.items() if file.endswith(".html")},
    )
    base = f"https://news.example/v1/articles/{'a' * 32}/{'b' * 32}"
    assert (
        mail.body(notice)
        == f"""Bridge opens in May

New, in English. Speakers: Ana Lima, Rui Costa.

1. Ana Lima (quoted):
   The bridge will open in May, and it will cost 4.5 million euros.

2. (stated by the article):
   Rain fell.

Caveat: The figures could not be verified.

Check the translation: Portuguese: a number differs

English: {base}/digest.en.html?k=k1.m
Portuguese: {base}/digest.pt.html?k=k1.m
Chinese (Hans): {base}/digest.zh-Hans.html?k=k1.m
"""
    )


def test_a_deletion_says_so() -> None:
    gone = Notice(id="n", event="digest.deleted", article_id="a", version="b", key="wire/a.txt", status="deleted")
    assert mail.body(gone) == "wire/a.txt\n\nDeleted: the article, and its results with it.\n"


def test_a_refusal_says_why() -> None:
    text = mail.body(replace(NOTICE, event="digest.refused", claims=(), reason="There is nothing to read."))
    assert "Refused: There is nothing to read." in text


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"title": '"' * 300_000},
        {"title": "\x01" * 300_000},
        {"claims": ("大" * 100_000,) * 5},
        {"claims": ('\\"' * 50_000,) * 5},
        {"speakers": tuple("š" * 5000 + str(number) for number in range(500))},
        {"reason": "💧" * 200_000},
        {"attributions": ("大" * 100_000,) * 5, "caveats": ('"' * 90_000,) * 9, "warnings": ("x" * 90_000,) * 9},
        {"urls": {f"digest.{number:03}.html": "https://news.example/" + "x" * 200 for number in range(5000)}},
        {"title": '"' * 300_000, "claims": ('"' * 300_000,), "key": '"' * 1024, "languages": ("zh-Hans",) * 200},
    ],
)
def test_a_message_with_its_attributes_stays_under_the_quota(change: dict[str, object]) -> None:
    notice = replace(NOTICE, **change)
    attributes = topic.attributes(notice)
    size = len(topic.message(notice).encode()) + len(mail.subject(notice))
    size += sum(len(name) + len(part.encode()) for name, value in attributes.items() for part in value.values())
    assert size <= topic.MAX_MESSAGE
    forms = json.loads(topic.message(notice))
    told = json.loads(forms["default"])
    assert (told["id"], told["article_id"], told["version"]) == (notice.id, notice.article_id, notice.version)
    assert forms["email"]


def test_a_message_that_fits_is_whole() -> None:
    forms = json.loads(topic.message(NOTICE))
    assert json.loads(forms["default"])["claims"] == list(NOTICE.claims)
    assert forms["email"] == mail.body(NOTICE)


def test_a_message_that_does_not_fit_keeps_its_links_as_long_as_it_can() -> None:
    told = json.loads(json.loads(topic.message(replace(NOTICE, claims=("x" * 300_000,))))["default"])
    assert told["claims"] == []
    assert told["urls"] == NOTICE.urls


def test_attributes() -> None:
    found = topic.attributes(NOTICE)
    assert {name: value["StringValue"] for name, value in found.items()} == {
        "event": "digest.ready",
        "status": "ready",
        "source_language": "en",
        "key_prefix": "desk/porto",
        "languages": '["en","pt","zh-Hans"]',
        "speakers": '["Ana Lima","Rui Costa"]',
    }
    assert found["languages"]["DataType"] == found["speakers"]["DataType"] == "String.Array"


def test_attributes_are_capped_and_never_empty() -> None:
    notice = replace(NOTICE, key="a.txt", languages=(), speakers=tuple(f"{number}" + "x" * 500 for number in range(50)))
    found = topic.attributes(notice)
    assert found.keys() == {"event", "status", "source_language", "speakers"}
    assert [len(name) for name in json.loads(found["speakers"]["StringValue"])] == [200] * 20
