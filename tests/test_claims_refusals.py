"""A refusal to comment says nothing: nobody is its speaker, and it is no claim while anything else is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimwire.claims import rank
from claimwire.claims.words.lexicon import load
from tests import plain
from tests.doubles import analysed

ROWS = [
    line.split(" | ")
    for line in (Path(__file__).with_name("attribution") / "refusals.txt").read_text("utf-8").splitlines()
]
# Another sentence of the same language, which is a claim.
CLAIMS = {code: plain.FILES[code].read_text("utf-8").splitlines()[0].split(" | ")[2] for code in plain.FILES}


@pytest.mark.parametrize(("code", "text"), ROWS)
def test_a_refusal_is_no_claim_beside_one(code: str, text: str) -> None:
    assert [unit.text for unit in rank(f"{CLAIMS[code]}\n\n{text}", "", code)] == [CLAIMS[code]]


@pytest.mark.parametrize(("code", "text"), ROWS)
def test_where_nothing_else_is_told_it_stays(code: str, text: str) -> None:
    assert [unit.text for unit in rank(text, "", code)] == [text]


@pytest.mark.parametrize(("code", "text"), [row for row in ROWS if "spokesman" not in row[1]])
def test_nobody_says_it(code: str, text: str) -> None:
    found = analysed(text, code).brief[-1]
    assert (found.kind, found.speaker, found.cue) == ("stated", None, None)


def test_every_hand_written_language_knows_refusals() -> None:
    assert {code for code, _ in ROWS} == set(plain.FILES)
    assert [code for code in plain.FILES if load(code).refusal is None] == []


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("The mayor", "The mayor declined to comment on the audit, saying that the case was pending."),
        ("Ana Lima", "“No comment,” said Ana Lima, who could not be reached on Friday."),
        ("Ana Lima", "“He declined to comment,” Ana Lima said."),
        ("Rui Costa", "Lima declined to comment, but Rui Costa said the bridge would close in May."),
    ],
)
def test_what_is_said_beside_it_stays(speaker: str, text: str) -> None:
    found = analysed(text, "en").brief[-1].speaker
    assert found is not None
    assert found.text == speaker
    assert text in [unit.text for unit in rank(f"{CLAIMS['en']}\n\n{text}", "", "en")]


@pytest.mark.parametrize(
    "text",
    [
        "The village could not be reached by road on Friday.",
        "The engine did not respond when the pilot pulled the lever.",
        "Residents did not return to their homes until Sunday.",
    ],
)
def test_what_only_looks_like_one_is_a_claim(text: str) -> None:
    assert text in [unit.text for unit in rank(f"{CLAIMS['en']}\n\n{text}", "", "en")]
