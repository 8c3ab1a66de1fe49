from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.translators.checks import faults, warnings

ENGLISH = "The minister said on Monday that he would not resign."
PORTUGUESE = "O ministro disse na segunda-feira que não vai renunciar."


@pytest.mark.parametrize(
    ("source_text", "answer", "source", "target"),
    [
        (ENGLISH, PORTUGUESE, "en", "pt"),
        (ENGLISH, "Министр заявил в понедельник, что не уйдёт в отставку.", "en", "ru"),
        (ENGLISH, "部长周一表示，他不会辞职。", "en", "zh-Hans"),
        ("部长周一表示，他不会辞职。", ENGLISH, "zh-Hans", "en"),
        (ENGLISH, "قال الوزير يوم الاثنين إنه لن يستقيل.", "en", "ar"),
        (ENGLISH, "大臣は月曜日に辞任しないと述べた。", "en", "ja"),
        ("Emmanuel Macron, Olaf Scholz", "Emmanuel Macron, Olaf Scholz", "en", "pt"),
        ("Manchester United", "Manchester United", "en", "ru"),
        ("Yes.", "Sim, claro que sim.", "en", "pt"),
        ("BBC News, via https://example.org/a", "BBC News, via https://example.org/a", "en", "pt"),
        ("O presidente fala.", "O presidente fala.", "pt", "gl"),
    ],
)
def test_good_answers_have_no_faults(source_text: str, answer: str, source: str, target: str) -> None:
    assert faults(source_text, answer, source, target) == ()


@pytest.mark.parametrize(
    ("answer", "target", "fault"),
    [
        (None, "pt", "no answer"),
        ("", "pt", "empty"),
        (" \n\t", "pt", "empty"),
        (ENGLISH, "pt", "is the source text"),
        (ENGLISH.upper(), "pt", "is the source text"),
        (PORTUGUESE, "ru", "not in the script of Russian"),
        ("Министр заявил в понедельник, что не уйдёт.", "pt", "not in the script of Portuguese"),
        ("部长周一表示，他不会辞职。他是部长。", "ar", "not in the script of Arabic"),
        ("O.", "pt", "far too short"),
        (PORTUGUESE[: len(PORTUGUESE) // 5], "pt", "far too short"),
        (PORTUGUESE + " não vai" * 15, "pt", "far too long"),
        (PORTUGUESE * 5, "pt", "far too long"),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.", "pt", "message of the service"),
        ("<html><body>Erro</body></html> um dois três quatro", "pt", "message of the service"),
    ],
)
def test_bad_answers_are_named(answer: str | None, target: str, fault: str) -> None:
    assert any(fault in found for found in faults(ENGLISH, answer, "en", target))


def test_a_news_item_on_a_service_s_message_is_no_fault() -> None:
    text = "MyMemory warning: you used all available free translations, the page said on Monday."
    assert (
        faults(
            text, "MyMemory warning: you used all available free translations, dizia a página na segunda.", "en", "pt"
        )
        == ()
    )


def test_a_copied_sentence_of_a_script_without_capitals_is_a_fault() -> None:
    text = "وقال الوزير يوم الاثنين إنه لن يستقيل من منصبه"
    assert "the answer is the source text" in faults(text, text, "ar", "fa")


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(st.characters(categories=["Nd", "No", "P", "Zs", "Sc"]), max_size=60), st.text(max_size=60))
def test_no_text_breaks_a_check(source_text: str, answer: str) -> None:
    assert isinstance(faults(source_text, answer, "en", "zh"), tuple)
    assert isinstance(warnings(source_text, answer, "zh", "en"), tuple)
