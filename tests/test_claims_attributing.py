"""Every attribution of a text: what is said, by whom, to whom, and who only passes it on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims import Attribution, attribute
from claimwire.models import Span

VOICES = [
    "Ana Lima",
    "the ministry",
    "she",
    "ANA:",
    "said",
    "told Reuters",
    "wants",
    "denied",
    "saying",
    "his claim that",
    "И",
]
MARKS = [
    "“",
    "”",
    '"',
    "''",
    ",",
    ".",
    ":",
    "\n\n",
    "\n",
    "(",
    ")",
    "’s",
    "that",
    "to go",
    "and",
    "according to",
    "reportedly",
]
PIECES = st.lists(st.sampled_from(VOICES + MARKS), max_size=60).map(" ".join)


def shown(span: Span | None) -> str | None:
    return span.text if span else None


def content(text: str) -> list[str]:
    return [" … ".join(part.text for part in each.content) for each in attribute(text, "en")]


def only(text: str) -> Attribution:
    (found,) = attribute(text, "en")
    return found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“The bridge will open in May,” Ana Lima said.", "“The bridge will open in May,”"),
        ("“The bridge,” Ana Lima said, “will open in May.”", "“The bridge,” … “will open in May.”"),
        ("“It is safe,” Ana Lima said. “It will open in May.”", "“It is safe,” … “It will open in May.”"),
        ("“It is safe,” Ana Lima said in Porto on Monday. “It is new.”", "“It is safe,” … “It is new.”"),
        ("Ana Lima said the bridge would open in May.", "the bridge would open in May"),
        ("Ana Lima said on Monday that the bridge would open.", "that the bridge would open"),
        ("Ana Lima said in a statement that the bridge would open.", "that the bridge would open"),
        ("Ana Lima told reporters the bridge would open.", "the bridge would open"),
        ("Prices rose by four percent, Ana Lima said.", "Prices rose by four percent"),
        ("The plan, Ana Lima said, would fail.", "The plan … would fail"),
        ("According to Ana Lima, the bridge is safe.", "the bridge is safe"),
        ("The bridge is safe, according to Ana Lima.", "The bridge is safe"),
        ("Asked about it, Ana Lima replied: “It is safe now.”", "“It is safe now.”"),
        ("Ana Lima said the bridge was safe but did not name a date.", "the bridge was safe"),
        ("“Will it open?” Ana Lima asked in Porto.", "“Will it open?”"),
        ("As Ana Lima pointed out in May, “it is the last one.”", "“it is the last one.”"),
        ("According to Porto officials almost ten men were hurt.", "almost ten men were hurt"),
        ("Ana Lima (Porto), chair of the union, said that it was open.", "that it was open"),
        ("Ana Lima: “The bridge is safe now.”", "“The bridge is safe now.”"),
    ],
)
def test_what_is_said_stands_apart_from_who_says_it(text: str, said: str) -> None:
    assert content(text) == [said]


def test_one_speech_over_paragraphs_is_one_attribution() -> None:
    text = "“The bridge is old.\n\nIt was built in 1890.\n\nIt must go,” Ana Lima said.\n\nRain fell."
    found = only(text)
    assert [part.text for part in found.content] == ["“The bridge is old.", "It was built in 1890.", "It must go,”"]
    assert (found.kind, shown(found.speaker)) == ("quoted", "Ana Lima")


@pytest.mark.parametrize(
    ("text", "speaker", "relay", "addressee"),
    [
        ("“We go,” Ana Lima said, according to the Porto Courier.", "Ana Lima", "the Porto Courier", None),
        ("Ana Lima said the bridge was safe, the Porto Courier reported.", "Ana Lima", "the Porto Courier", None),
        ("Ana Lima told the BBC the bridge was safe.", "Ana Lima", "the BBC", "the BBC"),
        ("Ana Lima told reporters the bridge was safe.", "Ana Lima", None, "reporters"),
        ("Ana Lima told him that the bridge was safe.", "Ana Lima", None, "him"),
        ("The Porto Courier reported that the bridge was safe.", "The Porto Courier", None, None),
    ],
)
def test_the_one_responsible_the_outlet_and_who_was_told(
    text: str, speaker: str, relay: str | None, addressee: str | None
) -> None:
    found = attribute(text, "en")[0]
    assert (shown(found.speaker), shown(found.relay), shown(found.addressee)) == (speaker, relay, addressee)


def test_the_outlet_s_own_reserve_is_a_report_without_a_speaker() -> None:
    found = only("The men reportedly left the town on Monday.")
    assert (found.kind, found.speaker, shown(found.cue)) == ("reported", None, "reportedly")
    assert [span.text for span in found.hedges] == ["reportedly"]


@pytest.mark.parametrize(
    ("text", "holder", "cue"),
    [
        ("Ana Lima wants to build a bridge.", "Ana Lima", "wants"),
        ("Ana Lima does not support the plan.", "Ana Lima", "support"),
        ("They know the risks of the bridge.", "They", "know"),
        ("The paper printed her claim that the bridge was weak.", "her", "claim"),
    ],
)
def test_beliefs_wishes_and_plans_are_told_from_words(text: str, holder: str, cue: str) -> None:
    found = only(text)
    assert (found.mental, shown(found.speaker), shown(found.cue)) == (True, holder, cue)


@pytest.mark.parametrize("text", ["The attacks went on.", "Their support fell by half.", "The plans cost two million."])
def test_a_noun_that_is_also_a_verb_is_no_attribution(text: str) -> None:
    assert attribute(text, "en") == ()


def test_what_is_part_of_another_s_words_is_not_told_again() -> None:
    assert len(attribute("Ana Lima said Rui Costa wants to build a bridge.", "en")) == 1


def test_the_source_holds_what_the_text_says_beside_the_name() -> None:
    found = only("Ana Lima, the deputy mayor of Porto, said the bridge was safe.")
    assert (shown(found.speaker), shown(found.source)) == ("Ana Lima", "Ana Lima, the deputy mayor of Porto,")


def test_a_fuller_name_comes_with_what_it_rests_on() -> None:
    found = attribute("Ana Lima said the bridge was safe. She said it was new. Lima said it was cheap.", "en")
    assert [(shown(each.name), each.basis) for each in found] == [
        (None, None),
        ("Ana Lima", "pronoun"),
        ("Ana Lima", "name"),
    ]


def test_without_a_lexicon_quotation_marks_alone_are_read() -> None:
    (found,) = attribute("“Ponto okazos en majo kaj restos,” diris Ana. Pluvis.", "und")
    assert (found.kind, found.speaker, found.cue) == ("quoted", None, None)


TRANSCRIPT = "ANA LIMA: The bridge is safe. It is new.\n\nRUI COSTA: It is not.\n\nANA LIMA: Come and see it."
CHAT = "[10:02] ana: the bridge is open\n\n[10:03] rui: since when\n\n[10:04] ana: since monday\n\n[10:05] rui: fine"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (TRANSCRIPT, ["ANA LIMA", "ANA LIMA", "RUI COSTA", "ANA LIMA"]),
        (CHAT, ["ana", "rui", "ana", "rui"]),
        ("Ana: Yes.\n\nRui: No.\n\nAna: Yes.\n\nRui: No.", ["Ana", "Rui", "Ana", "Rui"]),
        ("Porto: rain fell.\n\nPrices rose in May.\n\nThe mayor left.\n\nNobody came.", []),
        ("Note: rain fell.\n\nNote: prices rose.\n\nNote: nobody came.", []),
    ],
)
def test_in_a_transcript_the_name_before_the_colon_speaks(text: str, speakers: list[str]) -> None:
    assert [shown(each.speaker) for each in attribute(text, "en")] == speakers


@given(text=PIECES | st.text(max_size=200), code=st.sampled_from(["en", "de", "es", "ru", "ar", "zh-Hans", "und"]))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_all_spans_are_pieces_of_any_text(text: str, code: str) -> None:
    for found in attribute(text, code):
        single = (found.cue, found.speaker, found.addressee, found.relay, found.source, found.name)
        for span in (*single, *found.content, *found.hedges):
            assert span is None or text[span.start : span.end] == span.text != ""
        ends = [part.end for part in found.content]
        assert all(end <= part.start for end, part in zip(ends, found.content[1:], strict=False))


def test_each_attribution_tells_by_itself_whether_it_is_a_quotation() -> None:
    first = "“The bridge is safe,” Ana Lima said. Rui Costa wants it closed."
    text = f"{first}\n\nAna Lima hopes to go, and Rui Costa said: “We stay in town for as long as it takes.”"
    assert [(each.kind, each.mental) for each in attribute(text, "en")] == [
        ("quoted", False),
        ("reported", True),
        ("reported", True),
        ("quoted", False),
    ]
