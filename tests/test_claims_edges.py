"""Datelines are nobody's, and a speaker begins and ends with a word, in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.claims import attribute
from claimwire.claims.speakers.edges import trimmed
from claimwire.claims.words.tokens import pieces
from tests import plain

HERE = Path(__file__).with_name("attribution")
# language, speaker, the first sentence of an article with what a wire puts before it
DATELINES = [line.split(" | ") for line in (HERE / "datelines.txt").read_text("utf-8").splitlines()]
LANGUAGES = sorted(file.stem for file in HERE.glob("*.toml"))


def texts(code: str) -> Iterator[str]:
    """All sentences of a language that other tests hold."""
    yield from (case["text"] for case in tomllib.loads((HERE / f"{code}.toml").read_text("utf-8"))["case"])
    if code in plain.FILES:
        yield from (line.split(" | ")[2] for line in plain.FILES[code].read_text("utf-8").splitlines() if line)


def bare(text: str) -> bool:
    """Whether it begins or ends with a mark; a name in quotation marks keeps both."""
    return any(
        not sign.isprintable() or sign in "()[]（）［］【】-–—―,.;:，。、：；·!?=＝" for sign in (text[0], text[-1])
    )


@pytest.mark.parametrize(("code", "speaker", "text"), DATELINES)
def test_a_dateline_is_no_part_of_the_speaker(code: str, speaker: str, text: str) -> None:
    assert [each.speaker.text for each in attribute(text, code) if each.speaker][:1] == [speaker]


def test_every_language_has_a_dateline() -> None:
    assert {code for code, _, _ in DATELINES} >= set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_speaker_begins_and_ends_with_a_word(code: str) -> None:
    speakers = (each.speaker.text for text in texts(code) for each in attribute(text, code) if each.speaker)
    assert [speaker for speaker in speakers if bare(speaker) and not speaker.endswith(".")] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("】市长陈国强", "市长陈国强"),
        ("(Agency) - Ana Lima", "Ana Lima"),
        ("Ana Lima (43)", "Ana Lima"),
        ("Ana Lima (", "Ana Lima"),
        ("Union (Porto) of Nurses", "Union (Porto) of Nurses"),
        ("der „Kurier“", "der „Kurier“"),
        ("- (", None),
    ],
)
def test_marks_at_the_ends_go(text: str, kept: str | None) -> None:
    tokens = pieces(text, 0, len(text))
    where = trimmed(tokens, (0, len(tokens)))
    assert (text[tokens[where[0]].start : tokens[where[1] - 1].end] if where else None) == kept


@given(st.text("ab ()[]【】-–—,", max_size=20))
def test_any_range_loses_its_outer_marks_alone(text: str) -> None:
    tokens = pieces(text, 0, len(text))
    where = trimmed(tokens, (0, len(tokens)))
    if where:
        assert tokens[where[0]].word
        assert tokens[where[1] - 1].word
    else:
        assert not any(token.word for token in tokens)
