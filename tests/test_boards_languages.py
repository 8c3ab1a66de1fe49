"""Pages over many articles in every language that we have words for: all their own words are in it, and marked where they are not."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from claimwire import render
from claimwire.render import assets
from claimwire.render.told import spoken
from tests.boardpage import page
from tests.boards import NOON, entry, put, said
from tests.house import TO, House
from tests.pages import Page

DAY = 86_400
OTHERS = [code for code in spoken() if code != "en"]
SEEN = "//body//text()[not(parent::style or parent::script)] | //body//@title | //@aria-label | //@placeholder | //@data-all | //@data-some"


def english() -> dict[str, str]:
    table = tomllib.loads(resources.files(render).joinpath("phrases", "en.toml").read_text("utf-8"))
    return {key: text for key, text in table.items() if isinstance(text, str)}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def filled(house: House, language: str) -> list[Page]:
    """A list, its second page, and who said what, with all that a row may have; and both kinds with nothing on them."""
    nothing = [page(house, TO.board(kind, language)) for kind in ("lists", "speakers")]
    more = {"language": language, "files": ("digest.json", f"digest.{language}.html")}
    first = entry("1", NOON - 9, said("2", "3", stance="denies"), said("4", kind="reported"), **more)
    put(
        house.results,
        first,
        entry(
            "5", NOON, said("6", kind="stated"), same_as=(first.article_id,), title=None, source_language="sv", **more
        ),
        entry("7", NOON - DAY, source_language="und", title=None, status="refused", reason="The file is empty", **more),
        entry("8", NOON - DAY, problem="the article's language was not recognised", **more),
        entry("9", NOON - DAY, warnings=("the answer is empty",), caveats=("10",), **more),
    )
    urls = [TO.board("lists", language), TO.board("lists", language) + "&limit=2", TO.board("speakers", language)]
    return [*nothing, *(page(house, url) for url in urls)]


@pytest.mark.parametrize("language", OTHERS)
def test_not_a_word_is_english(house: House, language: str) -> None:
    own = tomllib.loads(resources.files(render).joinpath("phrases", f"{language}.toml").read_text("utf-8"))
    words = {text for key, text in english().items() if own[key] != text and text.isascii() and text.strip(",. ")}
    for found in filled(house, language):
        assert found.root.get("lang") == language
        assert found.root.get("dir") == ("rtl" if language == "ar" else "ltr")
        shown = {" ".join(text.split()).rstrip(":") for text in found.values(SEEN)}
        assert shown & words == set()
        assert set(found.values("//@lang")) <= {language, "en", "sv", "und"}
        marked = {text.strip() for text in found.values("//text()[ancestor::*[@lang][1][@lang='en']]")} - {""}
        assert marked <= {
            "claimwire",
            "3",
            "8",
            "Ana Lima",
            "The bridge is safe.",
        }  # a name, and an article's own words


def test_without_words_of_a_language_they_are_english_and_say_so(house: House) -> None:
    for found in filled(house, "sv"):
        assert found.root.get("lang") == "sv"
        for path in ("//header", "//footer", "//form", "//p[@id='nothing']"):
            assert found.all(f"{path}[@lang='en'][@dir='ltr']"), path
    listed = page(house, TO.board("lists", "sv"))
    assert listed.text("//h1") == "Key claims in Swedish"
    assert listed.text("(//span[@class='how'][@lang='en'])[1]") == "stated by the article"


def test_the_script_has_no_words_of_its_own() -> None:
    literals = re.findall(r"[\"`]([^\"`\n]*)[\"`]", assets.inline("boards.js").replace("use strict", ""))
    assert [literal for literal in literals if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", literal)] == []
    assert "input, textarea, select" in literals
