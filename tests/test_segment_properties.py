"""What holds for every text whatever, and how the time grows."""

import itertools
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.codes import unspaced
from claimwire.segment import segment
from claimwire.segmentation import rules
from tests.profiles import PROFILE

CODES = sorted(
    path.stem for path in (Path(rules.__file__).parent / "languages").glob("*.toml") if path.stem != "shared"
)
HAZARDS = Path(__file__).parent / "segmentation"
LANGUAGES = st.sampled_from([*CODES, "zh-Hans", "und"])
MARKS = '.!?…。？।۔፡;:"“”«»„‘’‹›「」()[]–-•,\u200b\u00a0\u3000 \n\r\t\u2028\u2029'
WORDS = [
    "Mr", "U.S", "the", "The", "3", "a", "З", "14", "XIV", "etc", "No",
    "Yahoo", "said", "[7]", "...", "z.B.", "м.", "д", "我", "と", "说", "ว่า", "อย่างไรก็ตาม", "라고", "'s",
]  # fmt: skip
NEWS = st.lists(
    st.sampled_from([*MARKS, *WORDS, "\u0301", "\ud800", "\0", "\n\n", "A. ", " «", "» "]), max_size=80
).map("".join)
SHAPES = [
    *("..." , '"', "a", '."', "A. B ", "? ", "a\n", ". … ", '。"', ". (", "word ", "e\u0301", " ", "z. B. ", "“", "。“"),
    *("• ", " •", ". [7]", "«\u00a0", " »", "Mr. ", "! »", "3. ", "Foo. Bar ", "「。」", "说。", "\u2029", "a\r\n", "ก ", "(ก "),
]  # fmt: skip


@PROFILE
@given(text=NEWS | st.text(max_size=300), language=LANGUAGES)
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


@PROFILE
@given(text=NEWS)
def test_paragraph_numbers_change_exactly_at_empty_lines(text: str) -> None:
    sentences = segment(text, "en")
    for one, other in itertools.pairwise(sentences):
        between = text[one.end : other.start].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
        assert other.paragraph - one.paragraph == (between.count("\n") > 1 or "\u2029" in between)
        assert "\n\n" not in one.text


@PROFILE
@given(text=NEWS, language=LANGUAGES)
def test_paragraphs_do_not_see_one_another(text: str, language: str) -> None:
    alone = [sentence.text for sentence in segment(text, language)]
    assert [sentence.text for sentence in segment(f"{text}\n\n{text}", language)] == alone * 2


@pytest.mark.parametrize("path", sorted(HAZARDS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_sentence_alone_stays_whole(path: Path) -> None:
    for case in tomllib.loads(path.read_text("utf-8"))["case"]:
        for sentence in case["sentences"]:
            assert [part.text for part in segment(sentence, path.stem)] == [sentence]


@pytest.mark.parametrize("unit", SHAPES)
@pytest.mark.parametrize("language", ["de", "zh", "th"])
def test_time_is_linear(unit: str, language: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size] + "x"
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            segment(text, language)
            best = min(best, time.process_time() - start)
        return best

    # Eight times the text: a quadratic splitter takes 64 times as long; 30 leaves room for a busy machine.
    assert seconds(80_000) < 30 * max(seconds(10_000), 0.002)


@pytest.mark.parametrize("code", CODES)
def test_every_language_file_is_read_and_splits(code: str) -> None:
    assert rules.rules_for(code) != rules.rules_for("und")
    mark = "。" if code in {"zh", "ja"} else "."
    glue = "" if unspaced(code) and mark == "。" else " "
    assert len(segment(f"3456 7890{mark}{glue}3456 7890{mark}", code)) == 2


@pytest.mark.parametrize("code", ["shared", "../en", "", "EN", "a" * 99])
def test_a_code_that_names_no_language_has_the_shared_rules(code: str) -> None:
    assert [sentence.text for sentence in segment("Mr. Xo da. Ka po.", code)] == ["Mr. Xo da.", "Ka po."]
