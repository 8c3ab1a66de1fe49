from __future__ import annotations

from urllib.parse import quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.translators.cutting import cut

TEXTS = st.text(st.sampled_from('ab é漢🎉.,!?。， \n\u0301"”'), max_size=300)


@settings(max_examples=150, derandomize=True)
@given(TEXTS, st.integers(1, 40))
def test_pieces_fit_and_join_to_the_text(text: str, limit: int) -> None:
    pieces = list(cut(text, lambda piece: len(piece) <= limit))
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= limit for piece in pieces)


@settings(max_examples=100, derandomize=True)
@given(TEXTS, st.integers(1, 60))
def test_a_code_point_that_does_not_fit_is_given_whole(text: str, limit: int) -> None:
    pieces = list(cut(text, lambda piece: len(quote_plus(piece)) <= limit))
    assert "".join(pieces) == text
    assert all(len(quote_plus(piece)) <= limit or len(piece) == 1 for piece in pieces)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One went. Two stayed, three ran off", "One went. "),
        ("One went, two stayed and three ran", "One went, "),
        ("One went and two stayed and three ran", "One went and two "),
        ("一二三。四五六七，八九十一二三四五六七八九十", "一二三。四五六七，"),
        ("x" * 40, "x" * 20),
    ],
)
def test_the_best_place_is_taken(text: str, first: str) -> None:
    assert next(cut(text, lambda piece: len(piece) <= 20)) == first


def test_two_hundred_kilobytes_without_a_space() -> None:
    assert sum(map(len, cut("x" * 200_000, lambda piece: len(piece) <= 300))) == 200_000
