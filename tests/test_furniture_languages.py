"""Furniture in every language: lists in tests/furniture, whole articles in examples/wire; all of it goes, nothing else does."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimwire.claims.caveats import caveats
from claimwire.claims.words.lexicon import load
from claimwire.models import Article, Sentence
from claimwire.pipeline import detect, summarise
from claimwire.readers import read
from claimwire.readers.characters import tidy
from claimwire.readers.draft import Line
from claimwire.readers.furniture import barred, is_caveat, marked
from claimwire.readers.furniture.ruleset import ours_by_file
from claimwire.readers.furniture.structure import without_repeats

LISTS = Path(__file__).parent / "furniture"
EXAMPLES = Path(__file__).parent.parent / "examples"
LANGUAGES = sorted(file.stem for file in LISTS.glob("*.toml"))
REASONS = {rule.reason for rule in (*ours_by_file()["en.toml"].remove, *ours_by_file()["any.toml"].remove)} | {
    "author",
    "caption",
}


@cache
def listed(language: str) -> dict[str, Any]:
    return tomllib.loads((LISTS / f"{language}.toml").read_text("utf-8"))


def sample(language: str) -> tuple[list[str], Article]:
    file = next(EXAMPLES.rglob(listed(language)["sample"]))
    return [tidy(line) for line in file.read_text("utf-8").splitlines() if line], read(file.read_bytes(), file.name)


SAMPLES = [language for language in LANGUAGES if listed(language)["sample"]]


def rows(name: str) -> list[tuple[str, str]]:
    return [(language, row) for language in LANGUAGES for row in listed(language)[name]]


def test_there_is_a_list_for_every_file_of_rules_and_samples_for_most() -> None:
    assert {f"{language}.toml" for language in LANGUAGES} | {"any.toml", "en.toml"} == set(ours_by_file())
    assert len(SAMPLES) >= 12
    assert all(len(listed(language)["innocent"]) >= 5 for language in LANGUAGES)


@pytest.mark.parametrize(("language", "text"), rows("furniture"))
def test_furniture_goes(language: str, text: str) -> None:
    assert marked(Line(tidy(text), 1)).reason in REASONS, language


@pytest.mark.parametrize(("language", "text"), rows("innocent"))
def test_prose_with_the_same_words_survives(language: str, text: str) -> None:
    assert (marked(Line(tidy(text), 1)).reason, barred(tidy(text))) == (None, None), language


@pytest.mark.parametrize("language", SAMPLES)
def test_of_a_whole_article_all_furniture_goes_and_nothing_else(language: str) -> None:
    lines, article = sample(language)
    furniture = [tidy(line) for line in listed(language)["in_sample"]]
    assert sorted(line.text for line in article.removed) == sorted(furniture)
    assert article.text.split("\n\n") == [line for line in lines if line not in furniture]
    assert [piece.reason for piece in article.barred] == ["headline"]


@pytest.mark.parametrize(("language", "row"), rows("caveats"))
def test_a_caveat_is_named_and_neither_removed_nor_barred(language: str, row: tuple[str, str]) -> None:
    reason, text = row
    sentence = Sentence(start=0, end=len(text), text=text, paragraph=0)
    assert [caveat.reason for caveat in caveats(text, [sentence], load(language))] == [reason]
    assert is_caveat(text)
    article = read(f"{text}\n\n{text}".encode(), "a.txt")
    assert (article.text.count(text), article.removed, article.barred) == (2, (), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_knows_all_kinds_of_caveat(language: str) -> None:
    assert set(load(language).cautions) >= {
        "disclaimer",
        "corrected",
        "updated",
        "disputed",
        "unverified",
    }
    assert not any(load(language).caveats.reason(text) for text in listed(language)["innocent"])


@pytest.mark.parametrize("name", sorted(set(ours_by_file()) - {"any.toml"}))
def test_every_language_has_a_rule_for_every_common_reason(name: str) -> None:
    common = {
        "advertisement",
        "also read",
        "read more",
        "watch",
        "listen",
        "follow",
        "subscribe",
        "newsletter",
        "share",
    }
    common |= {
        "credits",
        "byline",
        "photo",
        "copyright",
        "cookies",
        "paywall",
        "comments",
        "topics",
        "published",
        "author",
    }
    file = ours_by_file()[name]
    assert {rule.reason for rule in file.remove} >= common | {"reading time", "syndication", "gallery"}
    assert {rule.reason for rule in file.remove} <= REASONS
    assert {rule.reason for rule in file.bar} == {"caption", "author"}
    assert len(file.keep) >= 5


@pytest.mark.parametrize("language", SAMPLES)
def test_what_was_read_is_read_again_unchanged(language: str) -> None:
    _, article = sample(language)
    again = read(article.text.encode(), "again.txt")
    assert (again.text, again.removed, again.barred) == (article.text, (), article.barred)


@pytest.mark.parametrize(
    ("byline", "line"),
    [
        ("Lucía Benavente", "Por Lucía Benavente"),
        ("Иван Петров", "Автор Иван Петров"),
        ("森田 葵", "森田 葵 記者"),
        ("سامر الحداد", "كتب سامر الحداد"),
    ],
)
def test_a_line_that_is_only_the_page_s_author_goes_in_any_language(byline: str, line: str) -> None:
    lines = [Line(line, 1), Line(f"{byline} said the port would open on Monday.", 2)]
    assert [found.reason for found in without_repeats(lines, None, byline)] == ["byline", None]


@pytest.mark.parametrize("language", SAMPLES)
def test_the_caveat_of_a_whole_article_goes_apart_from_its_claims(language: str) -> None:
    _, article = sample(language)
    summary = summarise(article, detect(article.text))
    [caveat] = summary.caveats
    assert caveat.reason == "unverified"
    assert caveat.text in article.text
    assert caveat.text not in {claim.text for claim in summary.claims}
