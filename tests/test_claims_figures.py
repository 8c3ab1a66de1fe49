"""Figures of a claim: the sentences of figures.txt in 21 languages, and what must hold of any text."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.claims.figures import dates, numbers
from tests.profiles import PROFILE

LANGUAGES = ("en", "de", "fr", "ru", "ar", "fa", "hi", "tr", "vi", "zh-Hans", "ja", "ko", "und", "sv")
Row = tuple[str, ...]


def cases(name: str) -> Iterator[tuple[str, str, list[Row]]]:
    """Language, text and wanted rows of a file of sentences."""
    for block in (Path(__file__).parent / name).read_text("utf-8").split("\n\n")[1:]:
        head, *rows = block.strip().splitlines()
        code, _, text = head.partition(": ")
        yield code, text, [tuple(part.strip() for part in row.split(" | ")) for row in rows]


def figures(text: str, code: str = "en") -> list[tuple[str, int | float | None, str | None]]:
    found = numbers(text, 0, len(text), code)
    assert all(text[figure.start : figure.end] == figure.text for figure in found)
    return [(figure.text, figure.value, figure.unit) for figure in found]


@pytest.mark.parametrize(("code", "text", "wanted"), list(cases("figures.txt")))
def test_figures_of_a_sentence(code: str, text: str, wanted: list[Row]) -> None:
    assert [(span, value, unit or "-") for span, value, unit in figures(text, code)] == [
        (span, None if value == "?" else pytest.approx(float(value), rel=1e-12), unit) for span, value, unit in wanted
    ]


def test_whole_values_are_whole_numbers() -> None:
    assert [type(value) for _, value, _ in figures("4.3bn euros, 2.0 and 2.5")] == [int, int, float]


@pytest.mark.parametrize(
    ("code", "value"),
    [("en", 1.234), ("de", 1234), ("hi", 1.234), ("ru", None), ("ar", None), ("und", None), ("sv", 1234)],
)
def test_a_mark_before_three_digits_goes_by_the_language(code: str, value: float | None) -> None:
    assert figures("1.234", code)[0][1] == value


@pytest.mark.parametrize("number", ["1.234,56", "1,234.56", "1 234,56", "1\u202f234,56", "1'234.56", "1’234.56"])
@pytest.mark.parametrize("code", ["fr", "ru", "pl"])
def test_two_marks_tell_themselves(code: str, number: str) -> None:
    assert figures(number, code) == [(number, 1234.56, None)]


@pytest.mark.parametrize(
    "text",
    [
        "", "Covid-19", "G20", "H5N1", "5th", "3D", "10:30", "192.168.10.1", "Article 5", "page 12", "24/7", "9/11", "in 2026",
        "23 November 2026", "11/23/2026", "2026-11-23", "the 1990s", "one of them", "a half", "first", "no one", "once",
    ],
)  # fmt: skip
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_number_beyond_reckoning_has_no_value() -> None:
    assert figures("1" * 400) == [("1" * 400, None, None)]
    assert figures("999,999,999,999,999 trillion")[0][1] is None


def test_only_the_stretch_is_read() -> None:
    text = "It cost 5 euros. It cost 7 euros."
    assert [figure.text for figure in numbers(text, 17, len(text), "en")] == ["7 euros"]


PIECES = st.sampled_from(
    ["5", "4.3", "1,234", "−", "-", "$", "€", "bn", " ", "million", "two", "and", "%", "/", ":", "٣", "万", "三", "億", "元", "年",
     "11", "Nov.", "Monday", "2026", "kg", "\n", "½", "thousand", "of", "۵", "लाख", "조", "\u202f", "'", "第", "月", "日", "يوم"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60), st.sampled_from(LANGUAGES), st.integers(0, 9))
@PROFILE
def test_any_text(text: str, code: str, start: int) -> None:
    begin = min(start, len(text))
    found = numbers(text, begin, len(text), code)
    assert all(text[figure.start : figure.end] == figure.text for figure in found)
    assert all(figure.value is None or math.isfinite(figure.value) for figure in found)
    places = [begin, *(place for figure in found for place in (figure.start, figure.end))]
    assert places == sorted(places)
    moments = dates(text, begin, len(text), code, "2026-11-23")
    assert all(text[moment.start : moment.end] == moment.text for moment in moments)
    assert not any(one.start < two.end and two.start < one.end for one in found for two in moments)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "1.1", "two ", "two-", "5 million ", "Nov. ", "三", "1万", "-", "$", "1/", "2026-"]
)
@pytest.mark.parametrize("code", ["en", "fr", "zh", "ru"])
def test_time_is_linear(code: str, piece: str) -> None:
    numbers("x", 0, 1, code), dates("x", 0, 1, code)

    def spent(times: int) -> float:
        text = piece * times
        began = time.process_time()
        numbers(text, 0, len(text), code)
        dates(text, 0, len(text), code, None)
        return time.process_time() - began

    assert spent(20_000) < 40 * spent(2_000) + 0.05  # a quadratic one: a hundredfold
