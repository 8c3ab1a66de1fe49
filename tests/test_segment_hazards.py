"""Hazards of news text, a file a language in ``tests/segmentation``: each case is its sentences, joined, and split again."""

import tomllib
from pathlib import Path

import pytest

from claimwire.codes import unspaced
from claimwire.segment import segment

FILES = sorted((Path(__file__).parent / "segmentation").glob("*.toml"))
CASES = [
    pytest.param(path.stem, case["sentences"], id=f"{path.stem}-{case['name'].replace(' ', '-')}")
    for path in FILES
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_hazard(language: str, sentences: list[str]) -> None:
    text = ("" if unspaced(language) else " ").join(sentences)
    assert [sentence.text for sentence in segment(text, language)] == sentences


def test_there_are_as_many_as_the_docs_say() -> None:
    assert len(CASES) >= 120
    assert len(FILES) >= 20
