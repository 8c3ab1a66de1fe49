"""Who says what in whole articles, one for each language with a hand-checked lexicon; see ``articles``."""

from __future__ import annotations

import pytest

from claimwire.claims.words.lexicon import load
from tests import articles


@pytest.mark.parametrize("code", articles.ARTICLES)
def test_every_unit_is_read_as_expected_but_for_what_is_open(code: str) -> None:
    pairs = list(zip(articles.units(code), articles.found(code), strict=True))
    wrong = {unit["text"]: sorted(keys) for unit, told in pairs if (keys := articles.wrong(unit, told))}
    assert wrong == {unit["text"]: sorted(unit["open"]) for unit, _ in pairs if "open" in unit}


@pytest.mark.parametrize("code", articles.ARTICLES)
def test_nobody_is_named_who_does_not_say_it(code: str) -> None:
    pairs = zip(articles.units(code), articles.found(code), strict=True)
    assert [(unit["text"], told["name"]) for unit, told in pairs if articles.misnamed(unit, told)] == []


@pytest.mark.parametrize("code", articles.ARTICLES)
def test_an_article_is_there_for_a_hand_checked_lexicon_alone(code: str) -> None:
    assert load(code).cues
    assert not load(code).induced
