"""Plain wire sentences in every hand-written language: nobody is named who does not say it, and few are missed; see ``plain``."""

from __future__ import annotations

from importlib import resources

import pytest

from claimwire.claims.words.lexicon import load
from tests import plain

# Sentences whose attribution, or whose speaker, is not found yet: no more than these.
MISSED = {"ar": 2, "cs": 1, "fa": 2, "he": 1, "ko": 1, "pl": 1, "pt": 1, "ru": 3, "tr": 3, "uk": 1, "vi": 2, "zh": 3}
FEWEST = 25  # sentences of a language


@pytest.mark.parametrize("code", plain.FILES)
def test_nobody_is_named_who_does_not_say_it(code: str) -> None:
    assert [(each.text, each.found) for each in plain.plains(code) if "wrong" in each.errors] == []


@pytest.mark.parametrize("code", plain.FILES)
def test_no_more_are_missed_than_before(code: str) -> None:
    counts = plain.counts(code)
    assert counts["sentences"] >= FEWEST
    assert counts["missed"] <= MISSED.get(code, 0)
    assert counts["kind"] == 0


@pytest.mark.parametrize("code", plain.FILES)
def test_every_answer_stands_in_its_sentence(code: str) -> None:
    assert [each.text for each in plain.plains(code) if each.right[1] != [plain.NOBODY] and not each.answerable] == []


def test_there_are_sentences_for_every_hand_written_lexicon() -> None:
    files = (file.name.removesuffix(".toml") for file in (resources.files("claimwire.claims") / "lexicons").iterdir())
    written = {code for code in files if load(code).cues and not load(code).induced}
    assert set(plain.FILES) == written
