from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.translators.checks import warnings
from claimwire.translators.checks.digits import tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4.3", "4,3"),
        ("1,000", "1.000"),
        ("1,234,567.89", "1.234.567,89"),
        ("1,234,567.89", "1 234 567,89"),
        ("12,34,567", "1234567"),
        ("12 000", "12\u00a0000"),
        ("12,000", "12\u202f000"),
        ("1'000", "1,000"),
        ("2024", "٢٠٢٤"),
        ("4.3", "٤٫٣"),
        ("100", "１００"),
    ],
)
def test_locale_forms_are_one_number(one: str, other: str) -> None:
    assert tokens(one, "en")[0].values & tokens(other, "en")[0].values


@pytest.mark.parametrize(("one", "other"), [("4.3", "43"), ("15", "51"), ("2023", "2024"), ("1.5", "15")])
def test_other_numbers_are_other_numbers(one: str, other: str) -> None:
    assert not tokens(one, "en")[0].values & tokens(other, "en")[0].values


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("$4.3bn", "en", 4_300_000_000),
        ("4,3 mil millones", "es", 4_300_000_000),
        ("43億ドル", "ja", 4_300_000_000),
        ("1億2千万円", "ja", 120_000_000),
        ("1 億 4 千万", "ja", 140_000_000),
        ("105万", "zh", 1_050_000),
        ("11,000 ล้าน", "th", 11_000_000_000),
        ("2 crore", "en", 20_000_000),
        ("XVIII век", "ru", 18),
    ],
)
def test_words_and_signs_scale_a_number(text: str, language: str, value: int) -> None:
    assert value in tokens(text, language)[0].values


@pytest.mark.parametrize(
    ("source_text", "answer", "target"),
    [
        ("It costs £4.3bn.", "Custa 4,3 mil milhões de libras.", "pt"),
        ("It costs $4.3 billion.", "Cuesta 4.300 millones de dólares.", "es"),
        ("It costs $4.3 billion.", "这要花费43亿美元。", "zh-Hans"),
        ("It is 11:00.", "São 11h.", "pt"),
        ("At 7.30pm on Monday.", "Na segunda, às 19h30.", "pt"),
        ("It is 1,000 km.", "São 1.000 km.", "pt"),
        ("A pound of flour.", "Meio quilo de farinha.", "pt"),
        ("There were 25 of them.", "Eram vinte e cinco.", "pt"),
        ("There were 14 of them.", "Es waren vierzehn.", "de"),
        ("In the 1970s.", "В 70-х годах.", "ru"),
        ("In the 18th century.", "En el siglo XVIII.", "es"),
        ("The road is 200 miles long.", "Дорога длиной 320 км.", "ru"),
        ("He is 6ft 2in tall.", "Il mesure 1,88 m.", "fr"),
        ("It was 80°F outside.", "Estavam 27 graus lá fora.", "pt"),
        ("On 7 July 2005.", "2005年7月7日。", "ja"),
        ("5 and 5 again.", "5, outra vez.", "pt"),
        ("Two of 3.", "2 von drei.", "de"),
    ],
)
def test_true_figures_raise_no_warning(source_text: str, answer: str, target: str) -> None:
    assert not [found for found in warnings(source_text, answer, "en", target) if "differs" in found]


@pytest.mark.parametrize(
    ("source_text", "answer", "warning"),
    [
        ("It killed 43 people.", "Matou 34 pessoas.", "number differs: no 43 in the translation, it has 34"),
        ("It rose 4.3 per cent.", "Subiu 43 por cento.", "number differs: no 4.3 in the translation, it has 43"),
        ("In 2023 and 2024.", "Naqueles anos.", "number differs: no 2023, 2024 in the translation"),
        (
            "It cost 5 million.",
            "Custou 5 bilhões.",
            "number differs: no 5 million in the translation, it has 5 bilhões",
        ),
        ("5 and 5 again.", "5 e 7 outra vez.", "number differs: no 5 in the translation, it has 7"),
        ("It costs £5.", "Custa 5 euros.", "currency differs: no £ in the translation, it has €"),
        ("It costs $5.", "Custa 5.", "currency differs: no $ in the translation"),
    ],
)
def test_changed_figures_are_named(source_text: str, answer: str, warning: str) -> None:
    assert warning in warnings(source_text, answer, "en", "pt")


@settings(max_examples=100, derandomize=True)
@given(st.integers(0, 10**12))
def test_grouping_changes_no_number(number: int) -> None:
    for separator in (",", ".", "\u202f", "'"):
        assert number in tokens(f"{number:,}".replace(",", separator), "en")[0].values


def test_an_identifier_of_a_million_digits_is_no_quantity() -> None:
    assert not tokens("x" + "1" * 1_000_000, "en")
