"""What was read: an article, its language, its sentences."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, kw_only=True):
    """A piece of ``Article.text``: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


class Removed(Struct, frozen=True, kw_only=True):
    """A line that was surely news furniture: ``line`` counts from 1 in the extracted text, ``at`` is where it stood in ``Article.text``."""

    text: str
    reason: str
    line: int
    at: int


class Barred(Span, frozen=True, kw_only=True):
    """A piece that stays in the text but may not be a claim: the headline, or what only looks like furniture."""

    reason: str


class Article(Struct, frozen=True, kw_only=True):
    """What was read: clean text (paragraphs parted by one empty line, the headline first where known) and what the page says of itself.

    ``published`` is ISO 8601 where it could be parsed. ``notes`` say what was unusual in the file, in plain words.
    """

    name: str
    format: str
    text: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None
    declared_language: str | None = None
    removed: tuple[Removed, ...] = ()
    barred: tuple[Barred, ...] = ()
    notes: tuple[str, ...] = ()


class Language(Struct, frozen=True, kw_only=True):
    """A BCP-47 code, or ``und`` where the detector abstains; confidence 0 to 1; ``script`` is an ISO 15924 code or ``Zyyy``.

    ``mixed``: codes of other languages that hold a good part of the text, the largest first.
    """

    code: str
    confidence: float
    method: str
    script: str
    mixed: tuple[str, ...] = ()


class Sentence(Span, frozen=True, kw_only=True):
    """A sentence, and the number (from 0) of the paragraph that holds it."""

    paragraph: int
