"""Summaries in Markdown: text stays text, and every item holds together."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from claimwire.render.markdown import escape
from tests.doubles import Phrasebook, article, digest
from tests.pages import from_markdown
from tests.test_render import PAYLOADS, STORY, files

MARKDOWN = [
    *PAYLOADS, "# heading", "- item", "+ item", "* item", "1. item", "2026. was dry", "12) item", "> quote", "    code", "```", "~~~",
    "***", "---", "===", "- - -", "[a](javascript:alert(1))", "![a](//x.y)", "[a]: //x.y", "<https://x.y>", "a_b_c __d__", "**bold**",
    "~~gone~~", "`code`", "| a | b |", "a  \nb", "\\", "a\\*b", "&copy; &amp;", "!", "[^1]", ":smile:", "$a$ b$", "{.c}", "=", "1.", "\tx",
]  # fmt: skip


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
    assert page.all("//li/p/em[starts-with(text(), 'Check:')]")
    assert not page.all("//blockquote//em")
