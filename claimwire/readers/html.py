"""Web pages: the main text, and what the page says of itself; for each field the surest place that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.errors import Refused
from claimwire.readers import dates, maintext, meta, pagefacts, pagetree
from claimwire.readers.draft import Draft, numbered
from claimwire.readers.jsonld import Facts
from claimwire.readers.noted import noted

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _title(told: Facts, declared: Facts, guess: str | None, headings: list[str]) -> str | None:
    """The first title, without the site behind it."""
    titles = (told.title, declared.title, meta.field(guess))
    site = declared.site or told.site
    return next((title for each in titles if (title := meta.headline(each, site, headings))), None)


def _notes(tree: HtmlElement) -> tuple[str, ...]:
    return noted("".join(map(str, tree.itertext())))


def read(text: str) -> Draft:
    """The main text of a page, a paragraph a line.

    Raises:
        Refused: The page is too large, broken, or has no main text.
    """
    tree = pagetree.parsed(text)
    told, declared, notes = pagefacts.structured(tree), pagefacts.declared(tree), _notes(tree)
    headings = [str(heading.text_content()) for heading in tree.iter("h1")]
    guess = maintext.found(tree)
    body = maintext.fuller(guess.text, told.body)
    if not body.strip():
        raise Refused("No article text was found in the page: upload the article's own page or its text.")
    return Draft(
        format="html",
        lines=numbered(body),
        title=_title(told, declared, guess.title, headings),
        byline=told.byline or declared.byline or meta.field(guess.author),
        published=told.published or declared.published or dates.iso(guess.date),
        site=declared.site or told.site or meta.field(guess.site),
        url=declared.url or told.url or meta.address(guess.url),
        declared_language=declared.language or told.language or meta.language(guess.language),
        notes=notes,
    )
