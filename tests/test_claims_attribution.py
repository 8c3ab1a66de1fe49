"""Who says it, how, and where that stands: a table of English sentences, and what holds for every text."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import get_args

import pytest

from claimwire.claims.words.lexicon import Lexicon, load
from claimwire.models import Stance
from tests.doubles import analysed

ROWS = [line.split(" | ") for line in Path(__file__).with_name("attribution.txt").read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(
    ("kind", "stance", "speaker", "cue", "text"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_a_sentence_and_its_speaker(kind: str, stance: str, speaker: str, cue: str, text: str) -> None:
    (found,) = analysed(text).attributions
    told = [span.text if span else "-" for span in (found.speaker, found.cue)]
    assert [found.kind, found.stance, *told] == [kind, stance, speaker, cue]


@pytest.mark.parametrize("text", [row[-1] for row in ROWS])
def test_speaker_and_cue_are_pieces_of_the_text(text: str) -> None:
    for found in analysed(text).attributions:
        for span in (found.speaker, found.cue):
            assert span is None or text[span.start : span.end] == span.text


def test_two_sentences_have_a_speaker_each() -> None:
    found = analysed("Ana Lima said the bridge was safe. Rui Costa denied that it was.").attributions
    assert [(each.speaker.text if each.speaker else None, each.stance) for each in found] == [
        ("Ana Lima", "says"),
        ("Rui Costa", "denies"),
    ]


FIRST = "“The bridge will open in May,” Ana Lima said. “It is safe."
CLOSED = "“The bridge will open in May,” Ana Lima said. “It is safe.”"
NEXT = "“It was built to last a hundred years.”"


def test_a_speech_that_no_mark_closes_keeps_its_speaker_in_the_next_paragraph() -> None:
    found = analysed(f"{FIRST}\n\n{NEXT}").attributions
    assert [each.speaker.text if each.speaker else None for each in found] == ["Ana Lima", "Ana Lima"]


def test_a_speech_goes_on_over_three_paragraphs() -> None:
    found = analysed(f"{FIRST}\n\n“It was built to last a hundred years.\n\n“Come and see it.”").attributions
    assert [each.speaker.text if each.speaker else None for each in found] == ["Ana Lima"] * 3


@pytest.mark.parametrize("text", [f"{CLOSED}\n\n{NEXT}", f"{FIRST}\n\nRain is expected in June.\n\n{NEXT}"])
def test_no_speaker_is_carried_where_the_speech_was_closed_or_broken_off(text: str) -> None:
    assert analysed(text).attributions[-1].speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "“大桥将于五月开放，” 王伟说。",
        "「大橋將於五月開放，」王偉說。",
        "「橋は五月に開通します」と田中さんは述べた。",
        "«Мост откроется в мае, — сказала Анна Лима. — Он безопасен».",
        "قالت آنا ليما: «سيُفتح الجسر في شهر مايو المقبل بعد أعوام».",
        "„Die Brücke wird im Mai nach drei Jahren eröffnet“, sagte Anna Lima.",
        "”Bron öppnas i maj efter tre år av byggande”, sade Anna Lima.",
    ],
)
def test_without_words_of_attribution_a_quotation_has_no_speaker(text: str) -> None:
    found = analysed(text, "und").attributions[0]
    assert (found.kind, found.speaker, found.cue) == ("quoted", None, None)


def forms(table: str) -> Counter[str]:
    data = tomllib.loads((resources.files("claimwire.claims") / "lexicons" / "en.toml").read_text("utf-8"))
    return Counter(form for forms in data[table].values() for form in forms)


@pytest.mark.parametrize("table", ["cues", "phrases", "pronouns"])
def test_no_form_of_the_english_lexicon_is_in_two_stances_or_twice_in_one(table: str) -> None:
    assert [form for form, count in forms(table).items() if count > 1] == []


def test_the_english_stances_are_the_model_s() -> None:
    english = load("en-GB")
    assert {*english.cues.values(), *english.phrases.values()} <= set(get_args(Stance))
    assert set(english.cues.values()) == set(get_args(Stance))


def test_every_ambiguous_or_addressed_form_is_a_cue() -> None:
    english = load("en")
    assert (english.sets["ambiguous"] | english.sets["addressed"]) - english.cues.keys() == {"reminded"}


def test_all_forms_are_lower_case_with_straight_apostrophes() -> None:
    english = load("en")
    words = {*english.cues, *english.pronouns, *(word for words in english.sets.values() for word in words)}
    assert [word for word in words if word != word.lower() or "’" in word] == []


def test_a_language_without_a_file_has_an_empty_lexicon() -> None:
    assert load("zu") == Lexicon()
