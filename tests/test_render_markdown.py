"""Summaries in Markdown: text stays text, and every item holds together."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from claimwire import render
from claimwire.render.markdown import escape
from claimwire.render.told import spoken
from claimwire.render.words import words
from tests.doubles import Phrasebook, article, digest
from tests.pages import from_markdown
from tests.test_pages_languages import WARNINGS, made
from tests.test_render import PAYLOADS, STORY, files

MARKDOWN = [
    *PAYLOADS, "# heading", "- item", "+ item", "* item", "1. item", "2026. was dry", "12) item", "> quote", "    code", "```", "~~~",
    "***", "---", "===", "- - -", "[a](javascript:alert(1))", "![a](//x.y)", "[a]: //x.y", "<https://x.y>", "a_b_c __d__", "**bold**",
    "~~gone~~", "`code`", "| a | b |", "a  \nb", "\\", "a\\*b", "&copy; &amp;", "!", "[^1]", ":smile:", "$a$ b$", "{.c}", "=", "1.", "\tx",
]  # fmt: skip

KEYS = (
    "check",
    "caveat",
    "quoted",
    "reported",
    "stated",
    "denies",
    "nobody",
    "is_open",
    "is_bare",
    "values",
    "odds",
    "claim",
)


@pytest.mark.parametrize("text", MARKDOWN)
def test_text_stays_text_in_markdown(text: str) -> None:
    for before, after in (("# ", "h1"), ("1. ", "li"), ("   > ", "blockquote"), ("**Caveat:** ", "p")):
        page = from_markdown(before + escape(text))
        tags = page.tags().keys() - {"div", "p", "h1", "ol", "li", "blockquote", "strong"}
        assert tags == set()
        assert page.all(f"//{after}")
        shown = page.text().removeprefix("Caveat:").strip()
        assert shown.split() == text.split()


def test_the_summary_has_one_item_a_claim_with_speaker_and_original_inside() -> None:
    many = article("\n\n".join(f"Ana Lima said bridge{n} was road{n} and town{n}." for n in range(12)), title="T")
    made = digest(many)
    assert made.summary is not None
    made = replace(made, summary=replace(made.summary, claims=made.summary.claims * 3))
    for name, per_item in (("summary.en.md", 0), ("summary.pt.md", 1)):
        page = from_markdown(files(made)[name])
        assert len(page.all("./ol")) == 1
        assert len(page.all("./ol/li")) == 15
        assert [len(list(item.iterchildren("blockquote"))) for item in page.all("./ol/li")] == [per_item] * 15


def test_a_warning_is_no_part_of_the_quotation_above_it() -> None:
    made = digest(STORY, engine=Phrasebook(otherwise=lambda text: text.replace("4.5", "5.4")))
    page = from_markdown(files(made)["summary.pt.md"])
    assert page.all("//li/p/em[starts-with(text(), 'Verifique a tradução:')]")
    assert not page.all("//blockquote//em")


@pytest.mark.parametrize("target", [code for code in spoken() if code not in ("en", "pt")])
def test_no_word_of_ours_is_english_in_another_language(target: str) -> None:
    found = render.files(made(target), lambda *_: "x")
    text = from_markdown(found[f"summary.{target}.md"].decode()).text()
    assert not english_words(target) & set(re.findall(r"[a-z]+", text.lower()))
    assert all(sentence not in text for sentence in (*WARNINGS, "unverified", "Check", "Caveat"))
    say = words(target)
    for key in ("check", "caveat", "quoted", "values"):
        assert say(key) in text, key
    assert ("\u2068" in text) == (target == "ar")


def english_words(target: str) -> set[str]:
    """Words of our English phrases that this language's phrases do not have themselves."""
    own, ours = (
        {word for key in KEYS for word in re.findall(r"[a-z]{3,}", words(code)(key, text="", number="").lower())}
        for code in (target, "en")
    )
    return ours - own


def test_without_a_language_s_words_they_are_english() -> None:
    text = render.files(made("sv"), lambda *_: "x")["summary.sv.md"].decode()
    assert "*Check the translation: number differs: no 4,5" in text
    assert "**Caveat** (unverified): " in text


def test_who_says_it_is_told_as_on_the_page() -> None:
    text = files(digest(article("Ana Lima opened the bridge. She said that it was safe.", title="T")))["summary.en.md"]
    assert "— Ana Lima · reported · worked out: the passage says “She”" in text


def test_an_article_without_claims_says_so() -> None:
    made = digest(STORY)
    assert made.summary is not None
    none = replace(made, summary=replace(made.summary, claims=()))
    assert "No sentence of this article qualifies as a claim." in files(none)["summary.en.md"]
