from __future__ import annotations

from pathlib import Path

import pytest

from claimwire.errors import Refused
from claimwire.models import Article
from claimwire.readers import read

EXAMPLES = Path(__file__).parent.parent / "examples"
STORIES = sorted(
    path.name for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".html"} and "only" not in path.stem
)
FURNITURE = {
    "Advertisment": "advertisement",
    "Also read: Velmark farmers count the cost of a closed harbour": "also read",
    "Watch | Inside the control tower at Port Halden": "watch",
    "Subscribe to our daily briefing newsletter": "subscribe",
    "Share this article": "share",
    "(With inputs from agencies)": "credits",
}
DISCLAIMER = "(Disclaimer: Meridian Wire cannot independently verify the figures given by either ministry.)"


def story(name: str) -> Article:
    return read((EXAMPLES / name).read_bytes(), name)


@pytest.mark.parametrize("name", ["grain-corridor.en.txt", "grain-corridor.en.html"])
def test_furniture_leaves_the_text_and_is_listed_with_its_reason(name: str) -> None:
    article = story(name)
    listed = {line.text: line.reason for line in article.removed}
    assert listed.items() >= FURNITURE.items()
    assert not [line for line in FURNITURE if line in article.text]


@pytest.mark.parametrize("name", ["grain-corridor.en.txt", "grain-corridor.en.html"])
def test_the_disclaimer_stays_and_may_be_read_as_a_caveat(name: str) -> None:
    article = story(name)
    assert article.text.endswith(DISCLAIMER)
    assert DISCLAIMER not in {piece.text for piece in article.barred}


def test_prose_that_begins_like_furniture_stays() -> None:
    article = story("grain-corridor.en.txt")
    assert "Watch groups said on Monday that" in article.text
    assert [piece.reason for piece in article.barred] == ["headline", "shape"]


def test_repeated_standfirst_byline_and_dateline_go() -> None:
    article = story("grain-corridor.en.txt")
    assert {"repeated line", "byline", "dateline"} <= {line.reason for line in article.removed}
    assert article.text.count("Ships may sail again from Monday") == 1


def test_the_page_and_the_text_read_the_same() -> None:
    assert story("grain-corridor.en.html").text == story("grain-corridor.en.txt").text


def test_the_page_says_who_when_and_where() -> None:
    page = story("grain-corridor.en.html")
    assert (page.byline, page.published, page.site) == ("Marta Lindqvist", "2026-03-03T10:30:00+00:00", "Meridian Wire")
    assert (page.url, page.declared_language) == ("https://wire.example/world/grain-corridor-halden", "en-GB")


@pytest.mark.parametrize("name", STORIES)
def test_every_story_has_its_headline_first_and_barred(name: str) -> None:
    article = story(name)
    first = article.barred[0]
    assert (first.reason, first.start, first.text) == ("headline", 0, article.title)
    assert article.text.startswith(f"{article.title}\n\n")


def test_furniture_alone_is_refused() -> None:
    with pytest.raises(Refused, match="nothing but page furniture"):
        story("furniture-only.en.txt")
