"""The words that a file says its caveats need are needed: no pattern fits a line that holds none of them."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from claimwire.readers.furniture.keeps import Keeps, small
from claimwire.readers.furniture.ruleset import ours_by_file

# Parts of the library that typeshed knows in some versions only; both are there in 3.11 to 3.14.
codes: Any = vars(re)["_constants"]
parser: Any = vars(re)["_parser"]

WITH_CAVEATS = sorted(name for name, file in ours_by_file().items() if file.keep)
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def letters(op: Any, value: Any) -> str:
    """What an item of a pattern always is, letter case aside; empty if it may be one of several things."""
    chars = [(op, value)] if op is codes.LITERAL else value if op is codes.IN else []
    forms = {small(chr(char)) if kind is codes.LITERAL else "" for kind, char in chars}
    return forms.pop() if len(forms) == 1 else ""


def held(items: Sequence[Any], stems: Sequence[str]) -> bool:
    """Whether whatever fits the items holds one of the stems."""
    run = ""
    for op, value in items:
        run += letters(op, value) or "\0"
        inner = value[-1] if op is codes.SUBPATTERN else value[2] if op in REPEATS and value[0] else []
        if held(inner, stems) if inner else op is codes.BRANCH and all(held(one, stems) for one in value[1]):
            return True
    return any(stem in run for stem in stems)


@pytest.mark.parametrize("name", WITH_CAVEATS)
def test_every_pattern_needs_one_of_the_words(name: str) -> None:
    keeps = ours_by_file()[name].keeps()
    assert keeps.stems
    for source in keeps.sources:
        assert held(parser.parse(source, re.IGNORECASE), keeps.stems), source


def test_a_file_without_needs_tries_every_line() -> None:
    keeps = Keeps((), ("unverified",))
    assert keeps.fit("UNVERIFIED reports", small("UNVERIFIED reports"))


@pytest.mark.parametrize("text", ["SİGORTA", "sıgorta", "ſigorta", "Sigorta"])
def test_letters_that_are_one_to_a_pattern_are_one_to_the_words(text: str) -> None:
    assert Keeps(("sigorta",), ("sigorta",)).fit(text, small(text)) == bool(re.search("sigorta", text, re.IGNORECASE))
