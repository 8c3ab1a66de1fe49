"""Speakers without capitals: tokens of unspaced and joined scripts, cues, and spans that are exact whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.claims.speakers.by_border import borders
from claimwire.claims.words import runs
from claimwire.claims.words.heads import Heads
from claimwire.claims.words.lexicon import load
from claimwire.models import Span
from tests.doubles import analysed
from tests.profiles import PROFILE

CODES = ("tr", "ar", "fa", "he", "hi", "zh", "ja", "ko")
PIECES = {
    "tr": ("Ayşe Demir", ", ", "“", "”", '"', " dedi", "'ya göre ", " söyledi. ", "Polis "),
    "ar": ("قال ", "الوزير ", "أحمد ", "إن ", "وفقا ", "للشرطة", "، ", "«", "»", ". "),
    "fa": ("گفت ", "به گفته ", "پلیس ", "که ", "می‌گوید ", "«", "»", "، ", "را ", ". "),
    "he": ("אמר ", "דני ", 'צה"ל ', "כי ", "לדברי ", '"', ", ", ". "),
    "hi": ("ने ", "कहा ", "कि ", "पुलिस ", "के अनुसार ", "उन्होंने ", '"', ", ", "। "),
    "zh": ("李明", "表示", "，", "据", "报道", "“", "”", "。", "他", "约翰·布朗"),
    "ja": ("田中市長", "は", "と", "述べた", "「", "」", "、", "。", "によると", "彼は"),
    "ko": ("시장은 ", "다고 ", "말했다", ". ", "“", "”", "에 따르면 ", "그는 ", "(kim) "),
}


def split(text: str, code: str) -> list[str]:
    return [token.text for token in runs.tokens(text, 0, len(text), load(code))]


def test_chinese_is_parted_at_the_words_that_the_lexicon_knows() -> None:
    assert split("总统李明周一表示，会谈失败。", "zh") == ["总统", "李明", "周一", "表示", "，", "会谈失败", "。"]


def test_a_japanese_verb_takes_its_ending_and_a_particle_stands_alone() -> None:
    assert split("市長は続くと述べている。", "ja") == ["市長", "は", "続", "く", "と", "述べている", "。"]


def test_a_korean_particle_is_cut_off_but_not_from_a_name_that_ends_alike() -> None:
    assert split("경찰은 김정은", "ko") == ["경찰", "은", "김정은"]


def test_a_turkish_ending_after_an_apostrophe_stands_alone() -> None:
    assert split("Demir’e göre", "tr") == ["Demir", "’e", "göre"]


def test_signs_joiners_and_inner_marks_part_no_word() -> None:
    assert split("صرّح", "ar") == ["صرّح"]
    assert split("می‌گوید", "fa") == ["می‌گوید"]
    assert split('צה"ל', "he") == ['צה"ל']
    assert split("उन्होंने", "hi") == ["उन्होंने"]


def test_an_arabic_preposition_is_cut_off_after_according_to() -> None:
    assert split("وفقا لوزارة", "ar") == ["وفقا", "ل", "وزارة"]


def test_of_two_words_the_longer_is_found() -> None:
    assert Heads(["表示", "表示不满"]).at("表示不满", 0, 4) == 4


def test_the_end_of_the_stretch_is_the_end_of_the_word() -> None:
    assert Heads(["表示"]).at("表示", 0, 1) is None


@pytest.mark.parametrize("code", CODES)
def test_these_languages_are_served_and_english_is_not(code: str) -> None:
    assert borders.serves(load(code))
    assert not borders.serves(load("en"))


def test_a_term_in_quotation_marks_is_no_speech() -> None:
    assert analysed("“和平办公室”表示，会谈失败了。", "zh").attributions[0].kind == "reported"


def test_a_text_without_stops_is_looked_at_a_stretch_at_a_time() -> None:
    far = analysed("市長は" + "橋と" * 300 + "述べた。", "ja").attributions[0]
    assert far.speaker is None


@PROFILE
@given(st.data())
def test_every_span_is_a_slice_of_the_text(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(CODES))
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES[code]), min_size=1, max_size=30)))
    for found in analysed(text, code).attributions:
        spans: list[Span | None] = [found.cue, found.speaker, *found.content, *found.hedges]
        for span in spans:
            assert span is None or (span.text and text[span.start : span.end] == span.text)
