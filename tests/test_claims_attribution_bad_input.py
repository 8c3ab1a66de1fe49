"""Attribution on texts that are no tidy article: nothing breaks, spans stay exact, time stays linear."""

from __future__ import annotations

import time

import pytest

from claimwire.claims import attribute
from claimwire.models import Span
from tests.doubles import article, summed

QUOTED = "“We go,” Ana Lima said. “We stay,” said Rui Costa. "
TEXTS = {
    "one sentence": "Ana Lima said the bridge was safe.",
    "one word": "Yes",
    "nothing but marks": "“ ” \" ' « » ‘ ’ „ — … ?!",
    "all quotations": "“We go.” “We stay.” “Who said so?” “Nobody.”\n\n“Ana did.”",
    "nested": "“He said ‘she said “go” to him’ and left,” Ana Lima said.",
    "unbalanced": '“We go, Ana Lima said. ”We stay.“ "Who said "so?\n\n\'It was he. «No, said Rui.',
    "never closed": "“We go, Ana Lima said.\n\nRui Costa stayed.\n\nNobody came.\n\nRain fell.",
    "verse": "The river said to the sea\n  I come\n\nThe sea said nothing\n  but come",
    "table": "Town\tMayor\tSaid\nPorto\tAna Lima\tyes\nFaro\tRui Costa\tno\n| a | b |\n|---|---|\n| said | 3 |",
    "list": "- Ana Lima said yes\n- Rui Costa said no\n* according to\n1. said\n2) denied that",
    "chat": "<ana> said it is open\n<rui> no\n[10:02] ana: “yes”\n10:03 rui: he said no",
    "capitals": "“WE GO,” ANA LIMA SAID. THE MINISTRY DENIED THAT IT HAD PAID. ACCORDING TO POLICE, NOBODY CAME.",
    "no capitals": "“we go,” ana lima said. the ministry denied that it had paid. according to police, nobody came.",
    "no punctuation": "ana lima said the bridge was safe and rui costa denied that it was so the ministry said nothing",
    "mixed languages": "Ana Lima said: «Мост откроется». 王伟说：“大桥开放。” قالت آنا «نعم». Ана сказала yes.",
    "cues alone": "said said said, said: “said” said. according to according to. told told him that that.",
    "lone surrogate": "“We \ud800 go,” Ana \udfff Lima said.",
}


def spans_of(text: str, code: str) -> list[Span]:
    return [
        span
        for found in attribute(text, code)
        for span in (
            found.cue,
            found.speaker,
            found.source,
            found.addressee,
            found.relay,
            *found.content,
            *found.hedges,
        )
        if span is not None
    ]


@pytest.mark.parametrize("code", ["en", "de", "fr", "ru", "tr", "ar", "ja", "und"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_nothing_breaks_and_spans_are_exact(text: str, code: str) -> None:
    assert [span for span in spans_of(text, code) if text[span.start : span.end] != span.text] == []


@pytest.mark.parametrize(
    "text", [text for name, text in TEXTS.items() if name != "lone surrogate"]
)  # no reader lets one in
def test_the_claims_of_it_are_exact_too(text: str) -> None:
    for claim in summed(article(text), 50).claims:
        parts = (claim, claim.cue, claim.speaker, claim.addressee, claim.relay, *claim.content, *claim.hedges)
        assert all(part is None or text[part.start : part.end] == part.text for part in parts)


@pytest.mark.parametrize("text", [TEXTS["capitals"], TEXTS["no capitals"]])
def test_capitals_do_not_matter_where_a_quotation_or_a_phrase_shows_the_speaker(text: str) -> None:
    assert [found.cue.text.lower() for found in attribute(text, "en") if found.cue] == [
        "said",
        "denied",
        "according to",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        QUOTED,
        "Ana Lima said the bridge was safe. She said it was new.\n\n",
        "“We go, ",
        "said ",
        "that Ana Lima and ",
        "according to ",
        "Ana Lima, ",
        "ANA: we go.\n\n",
        "“We go.\n\n",
        "he wants to say that ",
        "(a ",
    ],
)
def test_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        attribute(piece * times, "en")
        return time.process_time() - began

    seconds(10)
    assert seconds(2000) < 40 * max(seconds(200), 0.01)


def test_five_thousand_sentences() -> None:
    found = attribute((QUOTED + "\n\n") * 2500, "en")
    assert len(found) == 5000
    assert {each.speaker.text for each in found if each.speaker} == {"Ana Lima", "Rui Costa"}
