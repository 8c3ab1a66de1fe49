"""Units: what may stand as one claim."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims.quotations.quotes import quotations
from claimwire.claims.units import MAX_CHARACTERS, MAX_SENTENCES, Unit, units
from claimwire.segment import segment

PIECES = [
    "“It is safe.”",
    "“It is",
    "Ana said.",
    "He went on.",
    "it”",
    "\n\n",
    " ",
    "我说。",
    "「甲。」",
    '"',
    "'",
    "?",
    "x" * 300,
]
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def cut(text: str, code: str = "en") -> list[Unit]:
    return units(text, segment(text, code), quotations(text))


def texts(text: str, code: str = "en") -> list[str]:
    return [text[unit.start : unit.end] for unit in cut(text, code)]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is open. It is safe. Come and see,” Ana Lima said.",
        "“The bridge is open,” Ana Lima said. “It is safe.”",
        "Ana Lima said: “The bridge is open. It is safe.”",
        "“The bridge is open,” said Ana Lima. “It is safe. Come and see.”",
    ],
)
def test_one_speech_is_one_unit(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is open. It is safe.",
        "“The bridge is open,” Ana Lima said. She came by boat.",
        "“The bridge is open,” Ana Lima said.\n\n“It is safe.”",
        "The bridge is open. “It is safe.”",
        "“It is open.” “It is not.”",
    ],
)
def test_what_is_not_surely_one_speech_is_two_units(text: str) -> None:
    assert len(cut(text)) == 2


def test_a_long_speech_is_cut_at_a_sentence() -> None:
    text = "“" + " ".join(f"Sentence number {number} is about the bridge." for number in range(20)) + "”"
    found = cut(text)
    assert all(unit.last - unit.first <= MAX_SENTENCES and unit.end - unit.start <= MAX_CHARACTERS for unit in found)
    assert len(found) == 5


def test_a_unit_holds_its_part_of_a_quotation() -> None:
    text = "“" + "The bridge is open. " * 6 + "”"
    assert [(part.start, part.end) for unit in cut(text) for part in unit.quotations] == [
        (unit.start, unit.end) for unit in cut(text)
    ]


@given(text=NEWS | st.text(max_size=300), code=st.sampled_from(["en", "zh-Hans", "ar", "ru", "und"]))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_every_sentence_is_in_exactly_one_unit_and_every_span_is_exact(text: str, code: str) -> None:
    sentences = segment(text, code)
    found = units(text, sentences, quotations(text))
    assert [number for unit in found for number in range(unit.first, unit.last)] == list(range(len(sentences)))
    for unit in found:
        assert (unit.start, unit.end) == (sentences[unit.first].start, sentences[unit.last - 1].end)
        assert {sentences[number].paragraph for number in range(unit.first, unit.last)} == {unit.paragraph}
        assert all(unit.start <= part.start < part.end <= unit.end for part in unit.quotations)


def test_linear_time() -> None:
    def seconds(times: int) -> float:
        text = "“The bridge is open,” Ana Lima said. “It is safe.” Rain fell in June.\n\n" * times
        sentences, quoted = segment(text, "en"), quotations(text)
        began = time.process_time()
        units(text, sentences, quoted)
        return time.process_time() - began

    seconds(100)
    # the least of three: a collection of the whole worker's garbage may fall into one
    assert min(seconds(8000) for _ in range(3)) < 40 * max(seconds(800), 0.005)
