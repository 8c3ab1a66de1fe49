"""The interface's own words: whole in every language we have, in the page's language, and marked where they are not."""

from __future__ import annotations

import string
import tomllib
from importlib import resources
from typing import Any

import pytest

from claimwire import codes, render
from claimwire.render.told import spoken
from claimwire.render.words import own_name, words
from tests.doubles import article, digest
from tests.pages import Page

CODES = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "pt", "ru", "tr", "uk", "zh")


def phrases(code: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(render).joinpath("phrases", f"{code}.toml").read_text("utf-8"))


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_these_are_the_languages() -> None:
    assert sorted(spoken()) == sorted(CODES)
    assert spoken()[0] == "en"


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_every_phrase_with_the_same_gaps(code: str) -> None:
    ours, english = phrases(code), phrases("en")
    assert ours.keys() == english.keys()
    assert ours["languages"].keys() == english["languages"].keys() >= set(CODES)
    assert [len(ours[key].split()) for key in ("months", "months_short", "weekdays")] == [12, 12, 7]
    assert gaps(ours["date"]) == {"day", "month", "year"}
    assert gaps(ours["day_short"]) == {"day", "month"}
    for key in english.keys() - {"languages", "date", "day_short", "thousands", "colon"}:
        assert gaps(ours[key]) == gaps(english[key]), key
        assert ours[key].strip() == ours[key] != ""


def test_dates_are_written_as_readers_do() -> None:
    assert words("en").moment("2026-03-03T10:30:00+00:00") == "3 March 2026, 10:30 UTC"
    assert words("de").moment("2026-03-03") == "3. März 2026"
    assert words("zh-Hans").moment("2026-03-03T10:30:00+08:00") == "2026年3月3日 10:30 UTC+08:00"
    assert words("en").moment("last week") == "last week"
    assert words("en").long("2027-01-14") == "Thursday 14 January 2027"
    assert words("ru").long("2027-01-14") == "четверг, 14 января 2027 г."
    assert [words(code).short("2027-03-04") for code in ("en", "de", "ja", "ar")] == [
        "4 Mar",
        "4. März",
        "3月4日",
        "4 مارس",
    ]


def test_thousands_are_kept_apart_as_readers_do() -> None:
    assert [words(code).number(12_345) for code in ("en", "de", "fr", "sv")] == [
        "12,345",
        "12.345",
        "12\u202f345",
        "12,345",
    ]


def test_languages_have_names_of_their_own_and_in_the_page_s() -> None:
    assert (own_name("pt-BR"), own_name("ar"), own_name("sw"), own_name("zh-Hant")) == (
        "Português",
        "العربية",
        None,
        None,
    )
    assert words("fr").language("ru") == "Russe"
    assert words("fr").language("sv") == "Suédois"
    assert words("fr").language("mt") == "Maltese"
    assert all(codes.name(code) == name for code, name in phrases("en")["languages"].items())


@pytest.mark.parametrize(
    ("target", "heading", "lang"), [("es", "Afirmaciones principales", None), ("sv", "Key claims", "en")]
)
def test_words_are_in_the_page_s_language_or_say_that_they_are_english(
    target: str, heading: str, lang: str | None
) -> None:
    made = render.files(
        digest(article("Ana Lima said the bridge in Porto would open in May.", title="Bridge"), target), _link
    )
    page = Page(made[f"digest.{target}.html"].decode())
    assert page.root.get("lang") == target
    (element,) = page.all("//h2[@id='claims']")
    assert (element.text, element.get("lang"), element.get("dir")) == (heading, lang, "ltr" if lang else None)


def _link(article_id: str, version: str, file: str) -> str:
    return f"../{version}/{file}"
