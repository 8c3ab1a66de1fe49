"""Digest pages in every language that we have words for: what the checks found and why is told in it, and only names stay as they are."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from claimwire import render
from claimwire.models import Digest, Removed
from claimwire.render.told import spoken
from tests.doubles import article, digest
from tests.pages import Page

STORY = (
    "A ministra Ana Lima disse que a ponte de Velmar vai custar 4,5 milhões de euros em 2027. "
    "A informação não pôde ser verificada de forma independente. “A obra começa em maio”, afirmou Ana Lima."
)
WARNINGS = ("number differs: no 4,5 in the translation, it has 9", "the answer is rather short")
NAMES = {
    "claimwire",
    "phrasebook",
    "declared (Latn)",
    "neutral",
    "Swahili",
}  # the last has no phrases to be named in its own words


def made(target: str) -> Digest:
    """A digest with all that a page can find fault with; there is no Swahili."""
    read = replace(
        article(STORY, title="Ponte"),
        notes=("3 soft hyphens were removed",),
        removed=(Removed(text="Publicidade", reason="advertisement", line=3, at=0),),
    )
    found = digest(read, f"{target},sw", code="pt")
    first, *others = found.translations
    segments = tuple(segment and replace(segment, warnings=WARNINGS) for segment in first.segments)
    return replace(found, translations=(replace(first, segments=segments), *others))


def page(digest: Digest, language: str) -> Page:
    files = render.files(digest, lambda article_id, version, file: file)
    return Page(files[f"digest.{language}.html"].decode())


def english(found: Page) -> set[str]:
    """What is marked as English."""
    texts = found.values("//body//text()[not(parent::script)][ancestor::*[@lang][1][@lang='en']]")
    return {" ".join(text.split()) for text in texts} - {""}


@pytest.mark.parametrize("target", [code for code in spoken() if code not in ("en", "pt")])
def test_nothing_but_names_is_english(target: str) -> None:
    digest = made(target)
    found = page(digest, target)
    assert english(found) <= NAMES
    text = found.text("//main")
    for sentence in (*WARNINGS, "unverified", "advertisement", "soft hyphens", "place in"):
        assert sentence not in text
    assert found.values("//*[@class='flaw']//bdi/text()")[:2] == ["4,5", "9"]
    assert len(render.files(digest, lambda *_: "x")[f"digest.{target}.html"]) < 150_000


def test_in_english_and_without_words_of_a_language_findings_are_english_and_marked() -> None:
    for target in ("en", "sv"):
        found = page(made(target), target)
        assert {*WARNINGS, "unverified", "advertisement", "3 soft hyphens were removed"} <= english(found)


@pytest.mark.parametrize(
    ("language", "told"), [("de", "Text hochladen"), ("ar", "ارفع مقالا فيه نص"), ("uk", "Файл порожній")]
)
def test_a_refusal_is_told_in_the_language_that_was_wanted(language: str, told: str) -> None:
    digest = made(language)
    refused = replace(
        digest,
        status="refused",
        reason="The file is empty: upload an article with text in it.",
        article=None,
        language=None,
        sentences=(),
        summary=None,
        translations=(),
    )
    found = page(refused, language)
    assert told in found.text("//p[@class='notice']")
    assert english(found) <= NAMES


def test_why_a_language_could_not_be_had_is_told_in_it() -> None:
    digest = made("de")
    unknown = replace(digest.translations[1], language="fr", reason="the article's language was not recognised")
    found = page(replace(digest, translations=(unknown,), targets=("fr",)), "fr")
    assert "la langue de l’article n’a pas été reconnue" in found.text("//p[@class='notice']")
