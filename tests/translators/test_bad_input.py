"""Segments and arguments that nobody should send: each comes back right, or with a clear error."""

from __future__ import annotations

import pytest

from claimwire.errors import BadSetting
from claimwire.models import Translated
from claimwire.pipeline import translate
from claimwire.ports import Limits
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
from claimwire.translators.glossary import Entry, Glossary
from tests.translators.spoken import spoken
from tests.translators.test_chain import ONE, Scripted

UNTOUCHED = [
    "",
    "   ",
    "\n\t",
    "12",
    "4.3 %",
    "🎉🎉",
    "…",
    "\u202e",
    "a" * 200_000,
    "0f" * 100_000,
    "https://example.org/a b"[:21],
    "@someone",
]


@pytest.mark.parametrize("segment", UNTOUCHED, ids=range(len(UNTOUCHED)))
def test_what_has_no_words_comes_back_as_it_is_and_costs_nothing(segment: str) -> None:
    engine = Scripted("a", spoken)
    assert Chain([engine]).translate([segment], "en", "pt") == [Translated(text=segment)]
    assert engine.asked == []


def test_200_kb_of_a_script_without_spaces_are_cut_and_joined() -> None:
    text = "部长周一表示他不会辞职" * 6_000
    engine = Scripted("a", lambda part: "x" * (3 * len(part)))
    engine.limits = Limits(size=5_000, measure="bytes", again=False)
    (found,) = Chain([engine]).translate([text], "zh", "pt")
    assert "".join(engine.asked) == text
    assert max(len(part.encode()) for part in engine.asked) <= 5_000
    assert found.text


@pytest.mark.parametrize(
    "segment",
    [
        "The \x00minister\x07 will resign on Monday, the party said.",
        "The minister will resign\u2028on Monday,\tthe party said.",
    ],
)
def test_control_characters_do_not_reach_an_engine(segment: str) -> None:
    engine = Scripted("a", spoken)
    (found,) = Chain([engine]).translate([segment], "en", "pt")
    assert engine.asked == [ONE]
    assert found.text == spoken(ONE)


def test_half_characters_become_the_replacement_character() -> None:
    engine = Scripted("a", lambda text: text)
    Chain([engine]).translate(["The minister \ud83d will resign."], "en", "pt")
    assert engine.asked == ["The minister \ufffd will resign."]


@pytest.mark.parametrize(
    "segment",
    [
        "<p>The <b>minister</b> will resign on Monday.</p>",
        "The minister said שלום עולם on Monday, and مرحبا too.",
        "\u202bThe minister will resign\u202c on Monday at 10:30.",
        "The codes DNT1, QZ2 and KX3 are ⟦1⟧ and {0} and %1$s on Monday.",
        "The minister \ud800 will \x00 resign on Monday.",
        "A" * 300 + " said the minister will resign on Monday at 12.",
    ],
)
def test_a_real_engine_gives_words_or_says_what_is_wrong(segment: str) -> None:
    (found,) = Chain([Firefox()]).translate([segment], "en", "pt")
    assert found.text.strip()
    assert found.engine == "firefox"
    for digits in ("10:30", "12"):
        assert digits not in segment or digits in found.text or found.warnings


def test_source_equals_target() -> None:
    assert translate([ONE], "en", "en-GB") == [Translated(text=ONE)]


@pytest.mark.parametrize(("source", "target"), [("xx9", "pt"), ("en", "klingon"), ("", "pt"), ("en", "pt-😀")])
def test_unknown_codes_are_named(source: str, target: str) -> None:
    with pytest.raises(BadSetting, match="unknown language code"):
        translate([ONE], source, target)


def test_an_unsupported_pair_says_what_to_do() -> None:
    with pytest.raises(BadSetting, match=r"no engine in use \(firefox\) translates English to Zulu"):
        translate([ONE], "en", "zu")


def test_between_two_foreign_languages_the_way_over_english_is_named() -> None:
    said = r"`fxtranslate models add is en` brings what is missing, and the engine firefox,pivot goes over English"
    with pytest.raises(BadSetting, match=said):
        translate([ONE], "is", "pt")


def test_a_glossary_of_one_s_own_placeholders_confuses_nobody() -> None:
    glossary = Glossary([Entry("minister", {"pt": "DNT2"}), Entry("party", {"pt": "DNT1"})])
    engine = Scripted("a", lambda text: text.replace("The", "O").replace("said.", "disse."))
    (found,) = Chain([engine], glossary=glossary).translate([ONE], "en", "pt")
    assert engine.asked[0] == "The DNT1 will resign on Monday, the DNT2 said."
    assert found.text == "O DNT2 will resign on Monday, the DNT1 disse."
