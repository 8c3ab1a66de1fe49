"""Pages are small, and the same whenever they are made."""

from __future__ import annotations

from bench import pages
from claimwire import render
from claimwire.render.assets import inline


def test_a_page_of_1500_words_with_a_translation_is_under_150_kb() -> None:
    made = pages.made()
    assert made.article is not None
    assert len(made.article.text.split()) >= 1500
    files = render.files(made, pages.link)
    for name in ("digest.en.html", "digest.pt.html"):
        assert len(files[name]) < pages.BYTES
        assert files[name] == render.files(pages.made(), pages.link)[name]
    assert files["digest.pt.html"].count(b'class="pair') > 60


def test_the_script_is_small() -> None:
    assert 1000 < len(inline("digest.js")) < pages.SCRIPT
