"""The score of one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims import claim_score

FULL = "The company will cut 1,200 jobs in Porto after losing $4 million, its chairwoman Ana Lima said on Friday."


@pytest.mark.parametrize("less", ["Is that so?", "I love it!", "Nothing more.", "And then, well ...", "The old bridge"])
def test_a_full_claim_is_above_what_is_none(less: str) -> None:
    assert claim_score(FULL, "en") > 2 * claim_score(less, "en")


@pytest.mark.parametrize(
    ("language", "claim", "none"),
    [
        ("de", "Die Polizei nahm am Montag in Köln 14 Verdächtige fest, sagte Sprecherin Eva Kern.", "Wie schön!"),
        ("ru", "Полиция задержала в понедельник в Казани 14 человек, сообщил Иван Петров.", "Как хорошо!"),
        ("ja", "警察は月曜日、京都で容疑者14人を逮捕したと発表した。", "本当ですか？"),
        ("sw", "Polisi waliwakamata watu 14 mjini Mombasa Jumatatu, alisema Asha Juma.", "Kweli?"),
    ],
)
def test_in_other_languages(language: str, claim: str, none: str) -> None:
    assert claim_score(claim, language) > claim_score(none, language)


def test_of_several_sentences_the_best_one_counts() -> None:
    assert claim_score(f"Is that so? {FULL}", "en") == pytest.approx(claim_score(FULL, "en"))


@pytest.mark.parametrize("text", ["", " ", "...", "—", "\n\n"])
def test_without_words_it_is_nothing(text: str) -> None:
    assert claim_score(text, "en") == 0


@given(text=st.text(max_size=80), language=st.sampled_from(["en", "zh", "ar", "und", "xx"]))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_any_text_is_between_none_and_all(text: str, language: str) -> None:
    assert 0 <= claim_score(text, language) <= 1
