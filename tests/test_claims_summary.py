"""From an article to its key claims: what may be one, and what holds for every article."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims.rankers import RANKERS
from claimwire.claims.summary import summarise
from claimwire.errors import BadSetting
from claimwire.models import Article, Claim, Summary
from claimwire.segment import segment
from tests.doubles import article, language, summed

STORY = (
    "Ana Lima, the deputy mayor of Porto, said the bridge would cost 4.5 million euros.\n\n"
    "“It will open in May,” she said. “Nobody doubts that.”\n\n"
    "The company denied that it had paid the officials.\n\n"
    "The river rose by two metres on Monday and closed the old road.\n\n"
    "Disclaimer: the figures are the company's. They were not audited.\n\n"
    "The agency could not independently verify the reports.\n\n"
    "“The road was closed before,” a driver said."
)
PIECES = [
    "“",
    "”",
    "'",
    "Ana Lima said",
    "the bridge",
    ".",
    ",",
    " ",
    "\n\n",
    "4%",
    "我们说。",
    "قال",
    "Й",
    "Disclaimer:",
]
NEWS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def exact(read: Article, summary: Summary) -> None:
    for claim in summary.claims:
        parts = (claim, claim.cue, claim.context, claim.speaker, claim.speaker and claim.speaker.name, *claim.numbers)
        assert all(part is None or read.text[part.start : part.end] == part.text for part in parts)
        assert claim.score == pytest.approx(sum(claim.reasons.values()), abs=1e-3)
    assert all(read.text[caveat.start : caveat.end] == caveat.text for caveat in summary.caveats)


def ranked(text: str, count: int = 5, **more: str) -> tuple[Claim, ...]:
    return summed(article(text, **more), count).claims


@pytest.mark.parametrize("ranker", RANKERS)
def test_the_claims_of_a_story(ranker: str) -> None:
    read = article(STORY, title="Bridge opens in May")
    summary = summed(read, 50, ranker)
    exact(read, summary)
    assert len(summary.claims) == 5
    found = {claim.text: claim for claim in summary.claims}
    speech = found["“It will open in May,” she said. “Nobody doubts that.”"]
    assert speech.kind == "quoted"
    assert speech.speaker is not None
    assert speech.speaker.text == "she"
    assert speech.speaker.name is not None
    assert speech.speaker.name.text == "Ana Lima"
    assert found["The company denied that it had paid the officials."].stance == "denies"


def test_numbers_keep_their_units() -> None:
    first = next(claim for claim in ranked(STORY, 50) if claim.numbers)
    assert [number.text for number in first.numbers] == ["4.5 million euros"]


def test_caveats_are_no_claims_and_a_disclaimer_takes_its_paragraph() -> None:
    summary = summed(article(STORY), 50)
    assert [(caveat.reason, caveat.text) for caveat in summary.caveats] == [
        ("disclaimer", "Disclaimer: the figures are the company's. They were not audited."),
        ("unverified", "The agency could not independently verify the reports."),
    ]
    covered = {number for caveat in summary.caveats for number in range(*caveat.sentences)}
    assert not any(covered & set(range(*claim.sentences)) for claim in summary.claims)


def test_headlines_and_barred_pieces_are_no_claims() -> None:
    read = article(
        "Follow us on the river today.\n\nAna Lima said the bridge was safe.",
        title="Bridge is safe. Says Lima.",
        barred=["Follow us on the river today."],
    )
    assert [claim.text for claim in summed(read).claims] == ["Ana Lima said the bridge was safe."]


def test_what_says_the_same_is_picked_once() -> None:
    text = "The bridge will open in May, police said.\n\nRain fell.\n\nThe bridge will open in May, police said."
    assert sorted(claim.text for claim in ranked(text)) == ["Rain fell.", "The bridge will open in May, police said."]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Rain fell.", 1),
        ("Rain fell. Nobody came.", 2),
        ("* * *\n\n— 12 —\n\n...", 0),
        ("***\n\nRain fell.", 1),
    ],
)
def test_there_are_as_many_claims_as_candidates_with_words(text: str, count: int) -> None:
    assert len(ranked(text)) == count


def test_nothing_but_caveats() -> None:
    summary = summed(article("The reports could not be verified. There was no independent confirmation."))
    assert (len(summary.claims), len(summary.caveats)) == (0, 2)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_no_more_than_asked(count: int) -> None:
    assert len(ranked(STORY, count)) == count


@pytest.mark.parametrize(
    "text",
    [
        "“Rain fell.”\n\n“Nobody came.”\n\n“It is over now.”",
        "RAIN FELL ON PORTO. NOBODY CAME, POLICE SAID. THE ROAD WAS CLOSED.",
        "rain fell on porto nobody came police said the road was closed",
    ],
)
def test_all_quotations_all_capitals_and_no_punctuation(text: str) -> None:
    read = article(text)
    summary = summed(read)
    exact(read, summary)
    assert summary.claims


def test_an_unknown_ranker_is_named_with_those_there_are() -> None:
    with pytest.raises(BadSetting, match=r"unknown ranker 'textrnk': choose one of neutral, lexrank"):
        summed(article(STORY), ranker="textrnk")


@given(text=NEWS | st.text(max_size=300), code=st.sampled_from(["en", "zh-Hans", "ar", "und"]))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_any_text_gives_exact_spans_and_no_sentence_twice(text: str, code: str) -> None:
    read = article(text)
    summary = summed(read, 50, code=code)
    exact(read, summary)
    ranges = [*(claim.sentences for claim in summary.claims), *(caveat.sentences for caveat in summary.caveats)]
    numbers = [number for each in ranges for number in range(*each)]
    assert len(numbers) == len(set(numbers))
    assert len({claim.id for claim in summary.claims}) == len(summary.claims)


@pytest.mark.parametrize(
    "piece", [STORY, "Rain fell on the road number {}. ", "“It is {},” Ana Lima said. “He knew.” "]
)
def test_5000_sentences_in_linear_time(piece: str) -> None:
    def seconds(sentences: int) -> float:
        times = sentences // len(segment(piece, "en"))
        read = article("".join(piece.replace("{}", str(number)) + "\n\n" for number in range(times)).strip())
        cut = segment(read.text, "en")
        began = time.process_time()
        assert summarise(read, language(), cut).claims
        return time.process_time() - began

    seconds(100)
    assert seconds(5000) < 40 * max(seconds(500), 0.02)
