from __future__ import annotations

import unicodedata

from hypothesis import assume, example, given
from hypothesis import strategies as st

from claimwire.errors import Refused
from claimwire.models import Article
from claimwire.readers import read
from claimwire.readers.characters import tidy
from tests.profiles import PROFILE

NAMES = st.sampled_from(["a", "a.txt", "a.html", "a.json", "a.md", "a.xml", "a.eml"])
LINES = st.one_of(
    st.sampled_from(
        [
            "Port opens",
            "The port of Halden will reopen on Monday, the ministry said.",
            "Advertisment",
            "Also read: Ministers agree",
            "He said so. (With inputs from agencies)",
            "By Marta Lindqvist",
            "",
            "  indented words in a line",
            "Disclaimer: we cannot independently verify this",
            "港口将重新开放，部长说。",
        ]
    ),
    st.text(max_size=90),
)
WRAPPED = st.lists(LINES, max_size=30).map("\n".join)
HOSTILE = st.sampled_from(
    [b"", b"<html><p>", b"<p>a</p>", b'{"body":"', b"[", b"%PDF-", b"PK\x03\x04", b"\xff\xfe", b"\x1f\x8b"]
)


def outcome(data: bytes, name: str) -> Article | None:
    try:
        return read(data, name)
    except Refused as refusal:
        message = str(refusal)
    assert message[0].isupper()
    assert message.endswith(".")
    return None


def check(article: Article) -> None:
    text = article.text
    assert text == "\n\n".join(part for part in text.split("\n\n") if part == " ".join(part.split()) != "")
    assert unicodedata.is_normalized("NFC", text)
    assert not [char for char in text if unicodedata.category(char) in {"Cc", "Cs"} and char != "\n"]
    assert any(map(str.isalpha, text))
    assert all(text[piece.start : piece.end] == piece.text for piece in article.barred)
    assert all(0 <= line.at <= len(text) and line.reason for line in article.removed)
    assert [line.at for line in article.removed] == sorted(line.at for line in article.removed)


@PROFILE
@given(HOSTILE, st.binary(max_size=2000), NAMES)
@example(b"<html><body>\x00<p>a</p>", b"", "a.html")
def test_any_bytes_are_an_article_or_a_refusal(start: bytes, data: bytes, name: str) -> None:
    article = outcome(start + data, name)
    if article:
        check(article)


@PROFILE
@given(WRAPPED, NAMES)
def test_any_text_keeps_its_invariants(source: str, name: str) -> None:
    article = outcome(source.encode("utf-8", "ignore"), name)
    if article:
        check(article)


@PROFILE
@given(WRAPPED)
def test_every_paragraph_is_in_the_source(source: str) -> None:
    article = outcome(source.encode("utf-8", "ignore"), "a.txt")
    assume(article is not None and article.format == "txt")
    assert article
    whole = tidy(source).replace(" ", "")
    assert all(part.replace(" ", "") in whole or article.removed for part in article.text.split("\n\n"))
    assert all(line.text.replace(" ", "") in whole for line in article.removed)


@PROFILE
@given(WRAPPED)
def test_reading_the_text_again_changes_nothing(source: str) -> None:
    """Holds for text read as text; a page's headline may be a sentence or look like furniture, and a text may look like html."""
    first = outcome(source.encode("utf-8", "ignore"), "a.txt")
    assume(first is not None and first.format == "txt")
    assert first
    second = read(first.text.encode(), "a.txt")
    assert (second.text, second.title, second.barred, second.removed) == (first.text, first.title, first.barred, ())
