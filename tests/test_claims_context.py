"""What a reader gets where the speaker is open: the text just before."""

from __future__ import annotations

import pytest

from tests.doubles import article, summed
from tests.test_claims_summary import exact, ranked


def test_the_context_of_an_open_speaker_is_what_stands_before_from_its_paragraph_s_head() -> None:
    text = "Rain fell on Porto.\n\nThe minister rose. “It will open in May, and it is safe.”"
    (claim,) = (claim for claim in ranked(text) if claim.kind == "quoted")
    assert claim.context is not None
    assert claim.context.text == "The minister rose."


def test_the_context_in_the_first_paragraph_keeps_its_first_word() -> None:
    (claim,) = (claim for claim in ranked("Ana rose. “It will open in May, and it is safe.”") if claim.kind == "quoted")
    assert claim.context is not None
    assert claim.context.text == "Ana rose."


@pytest.mark.parametrize("before", ["Rain fell on the old road. " * 40, "河水上涨。" * 200, "x" * 2000 + ". "])
def test_a_long_context_is_cut_at_a_word(before: str) -> None:
    text = (
        f"{before}“它将于五月开放，而且是安全的。”"
        if "河" in before
        else f"{before}“It will open in May, and it is safe.”"
    )
    read = article(text)
    claims = summed(read, 50, code="zh-Hans" if "河" in before else "en").claims
    (claim,) = (claim for claim in claims if claim.kind == "quoted" and claim.text.endswith("”"))
    assert claim.context is not None
    assert 250 <= len(claim.context.text) <= 300
    assert claim.context.text[0] in "Rfote河水上涨。x"
    exact(read, summed(read, 50))


@pytest.mark.parametrize(
    "text",
    [
        "王伟说：“大桥将于五月开放。”\n\n河水上涨了两米。",
        "قالت آنا: «سيُفتح الجسر في شهر مايو».\n\nارتفع منسوب النهر مترين.",
        "«Мост откроется в мае», — сказала Анна.\n\nРека поднялась на два метра.",
    ],
)
def test_a_language_without_a_lexicon_has_quotations_with_context_and_no_speaker(text: str) -> None:
    read = article(f"X y z.\n\n{text}")
    summary = summed(read, 5, code="und")
    exact(read, summary)
    assert summary.attributed is False
    (claim,) = (claim for claim in summary.claims if claim.kind == "quoted")
    assert claim.speaker is None
    assert claim.context is not None
    assert claim.context.text == "X y z."
