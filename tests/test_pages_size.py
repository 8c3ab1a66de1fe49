"""Pages are small, and the same whenever they are made."""

from __future__ import annotations

import pytest

from bench import pages
from claimwire import render
from claimwire.readers import read
from claimwire.render.assets import inline
from tests.doubles import Phrasebook, digest
from tests.samples import long


def test_a_page_of_1500_words_with_a_translation_is_under_150_kb() -> None:
    made = pages.made()
    assert made.article is not None
    assert len(made.article.text.split()) >= 1500
    files = render.files(made, pages.link)
    for name in ("digest.en.html", "digest.pt.html"):
        assert len(files[name]) < pages.BYTES
        assert files[name] == render.files(pages.made(), pages.link)[name]
    assert files["digest.pt.html"].count(b'class="pair') > 60


@pytest.mark.parametrize(("language", "letter"), [("hi", "ा"), ("ru", "ж")])
def test_so_it_is_in_scripts_of_two_and_three_bytes_a_letter_with_findings_everywhere(
    language: str, letter: str
) -> None:
    engine = Phrasebook(otherwise=lambda text: (letter * 6 + " ") * (len(text) // 7))
    made = digest(read(long(), "long.txt", "text/plain"), language, engine)
    page = render.files(made, pages.link)[f"digest.{language}.html"]
    assert page.count(b'class="flaw"') > 100
    assert len(page) < pages.BYTES


def test_the_script_is_small() -> None:
    assert 1000 < len(inline("digest.js")) < pages.SCRIPT
