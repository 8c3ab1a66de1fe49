"""Claims and caveats that belong together, claims at odds: told only where the words prove it."""

from __future__ import annotations

from claimwire.models import Claim, Summary
from tests.doubles import article, summed

ACCUSED = (
    "Ana Lima, the mayor of Porto, accused the Varga Group of paying officials for the bridge contract.\n\n"
    "The river rose by two metres on Monday.\n\n"
    "The Varga Group denied the accusation.\n\n"
    "Ana Lima denied that she wanted to leave office."
)
COUNTED = (
    "The rebels said they had shot down three helicopters near Tovarna.\n\n"
    "A spokesman, Milan Orel, denied that three helicopters had been lost near Tovarna.\n\n"
    "Rain fell on the harbour all day."
)


def by_text(summary: Summary, part: str) -> Claim:
    return next(claim for claim in summary.claims if part in claim.text)


def test_the_accused_denies() -> None:
    summary = summed(article(ACCUSED), 10)
    accusation, denial = by_text(summary, "accused the"), by_text(summary, "denied the accusation")
    assert accusation.contradicts == (denial.id,)
    assert denial.contradicts == (accusation.id,)
    assert by_text(summary, "leave office").contradicts == ()


def test_a_denial_of_the_same_matter_by_somebody_else() -> None:
    summary = summed(article(COUNTED), 10)
    saying, denial = by_text(summary, "rebels"), by_text(summary, "Orel")
    assert saying.contradicts == (denial.id,)
    assert denial.contradicts == (saying.id,)


def test_one_speaker_does_not_contradict_himself_by_denying_twice() -> None:
    text = (
        "Milan Orel denied that three helicopters were lost near Tovarna.\n\n"
        "Later Milan Orel said three helicopters were lost near Tovarna in spring."
    )
    assert all(not claim.contradicts for claim in summed(article(text), 10).claims)


def test_a_pronoun_that_could_be_anybody_contradicts_nobody() -> None:
    text = (
        "The rebels said they had shot down three helicopters near Tovarna.\n\n"
        "He denied that three helicopters had been lost near Tovarna."
    )
    assert all(not claim.contradicts for claim in summed(article(text), 10).claims)


def test_a_caveat_bears_on_what_stands_before_it() -> None:
    text = COUNTED.replace("near Tovarna.\n", "near Tovarna. The report could not be independently verified.\n", 1)
    summary = summed(article(text), 10)
    assert [caveat.reason for caveat in summary.caveats] == ["unverified"]
    assert by_text(summary, "rebels").caveats == (0,)
    assert by_text(summary, "Rain").caveats == ()


def test_a_correction_bears_on_what_it_speaks_of() -> None:
    text = COUNTED + "\n\nCorrection: an earlier version gave a wrong number of helicopters near Tovarna."
    summary = summed(article(text), 10)
    assert by_text(summary, "rebels").caveats == (0,)
    assert by_text(summary, "Rain").caveats == ()
