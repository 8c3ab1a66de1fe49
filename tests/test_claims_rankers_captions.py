"""Which lines of a text are no sentences though prose stands around them."""

from __future__ import annotations

import pytest

from claimwire.claims import rank
from claimwire.claims.captions import captions, ended

PROSE = ["The bridge opens in May.", "It cost 4 million.", "“Nobody was hurt.”", "The mayor will speak on Monday."]


@pytest.mark.parametrize("text", ["One.", "“Two.”", "Three!)", "四。", "पाँच।", "شش؟", "Seven…"])
def test_a_sentence_ends(text: str) -> None:
    assert ended(text)


def test_a_line_without_an_end_among_sentences_is_a_caption() -> None:
    assert captions(["The old bridge in Porto", *PROSE], range(5)) == {0}


def test_a_line_in_a_paragraph_with_others_is_none() -> None:
    assert captions(["The old bridge in Porto", *PROSE], [0, 0, 1, 2, 3]) == set()


def test_where_marks_are_rare_their_lack_says_nothing() -> None:
    assert captions([text.rstrip(".”") for text in PROSE] * 2, range(8)) == set()
    assert captions([*PROSE[:1], "no end"], range(2)) == set()


def test_a_caption_is_never_a_claim() -> None:
    text = "\n\n".join(["The old bridge in Porto", *PROSE])
    assert [unit.text for unit in sorted(rank(text, "Bridge opens", "en"), key=lambda unit: unit.start)] == PROSE
