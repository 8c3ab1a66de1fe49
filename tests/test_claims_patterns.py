"""Words and phrases as lexicons write them, looked up in a text."""

from __future__ import annotations

import pytest

from claimwire.claims.words.patterns import Phrases, beginnings, words_of
from claimwire.claims.words.tokens import pieces


def found(entries: list[str], text: str) -> list[str]:
    """What is found at each word, the words of an entry joined by a space."""
    tokens = pieces(text, 0, len(text))
    table = Phrases({entry: entry for entry in entries})
    return [entry[1] for at in range(len(tokens)) if (entry := table.at(tokens, at))]


@pytest.mark.parametrize(
    ("entries", "text", "expected"),
    [
        (["said"], "She said so", ["said"]),
        (["point", "pointed out"], "She pointed out a point", ["pointed out", "point"]),
        (["pointed", "pointed out"], "She pointed out, then pointed", ["pointed out", "pointed"]),
        (["warn*"], "She warned of warnings", ["warn*", "warn*"]),
        (["warned", "warn*"], "She warned", ["warned"]),
        (["*ly"], "She quickly left", ["*ly"]),
        (["'s words"], "In Ana's words it rained", ["'s words"]),
        (["vertr* die ansicht"], "Ana vertrat die Ansicht", ["vertr* die ansicht"]),
        (["went on :"], "She went on: go", ["went on :"]),
        (["pointed out"], "She pointed", []),
    ],
)
def test_the_longest_entry_that_stands_at_a_place(entries: list[str], text: str, expected: list[str]) -> None:
    assert found(entries, text) == expected


@pytest.mark.parametrize(
    ("entries", "word", "inside"),
    [
        (["said"], "said", True),
        (["said"], "says", False),
        (["warn*"], "warned", True),
        (["*ly"], "newly", True),
        (["*ly"], "lynx", False),
        (["pointed out"], "pointed", False),
        ([], "said", False),
    ],
)
def test_a_set_of_words(entries: list[str], word: str, inside: bool) -> None:
    assert (word in words_of(entries)) is inside


@pytest.mark.parametrize(
    ("entry", "word"), [("said", "said"), ("pointed out", "pointed"), ("warn*", "warning"), ("'s words", "ana's")]
)
def test_a_word_with_which_an_entry_begins(entry: str, word: str) -> None:
    assert word in beginnings([entry])
    assert "rain" not in beginnings([entry])
