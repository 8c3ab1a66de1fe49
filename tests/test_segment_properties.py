"""What holds for every text whatever, and how the time grows."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.segment import segment

LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "el", "zh-Hans", "ja", "ar", "hi", "und"])
NEWS = st.lists(
    st.sampled_from(
        [
            *'.!?…。？।۔"“”«»„‘’()[]-–;, \n\r\t',
            "\n\n",
            "Mr",
            "U.S",
            "the",
            "The",
            "3",
            "a",
            "З",
            "我",
            "と",
            "\u0301",
            "\ud800",
            "\0",
        ]
    ),
    max_size=80,
).map("".join)


@given(text=NEWS | st.text(max_size=300), language=LANGUAGES)
@settings(derandomize=True, max_examples=400, deadline=None)
def test_spans_hold_everything_once_and_in_order(text: str, language: str) -> None:
    end = 0
    for sentence in segment(text, language):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert len(sentence.text) <= 600
        assert sentence.start >= end
        assert not text[end : sentence.start].strip()
        end = sentence.end
    assert not text[end:].strip()


@given(text=NEWS)
@settings(derandomize=True, max_examples=200, deadline=None)
def test_paragraph_numbers_change_exactly_at_empty_lines(text: str) -> None:
    sentences = segment(text, "en")
    for one, other in itertools.pairwise(sentences):
        between = text[one.end : other.start].replace("\r\n", "\n").replace("\r", "\n")
        assert other.paragraph - one.paragraph == (between.count("\n") > 1)
        assert "\n\n" not in one.text


@pytest.mark.parametrize(
    "unit", ["." * 3, '"', "a", '."', "A. B ", "? ", "a\n", ". … ", '。"', ". (", "word ", "e\u0301", " ", "z. B. "]
)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size] + "x"
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            segment(text, "de")
            best = min(best, time.process_time() - start)
        return best

    # Eight times the text: a quadratic splitter takes 64 times as long; 30 leaves room for a busy machine.
    assert seconds(160_000) < 30 * max(seconds(20_000), 0.002)
