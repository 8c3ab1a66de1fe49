"""The nouns, in the order in which an article meets them. All frozen; all read from and written to JSON by msgspec.

Offsets count Unicode code points in ``Article.text``, start inclusive, end exclusive, so ``text[start:end]`` is the span.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

SCHEMA = 1
"""Version of the digest's shape: raised when a reader of digest.json would have to change."""

Kind = Literal["quoted", "reported", "stated"]
Stance = Literal["says", "denies", "accuses", "promises", "demands", "estimates", "doubts"]
Event = Literal["digest.ready", "digest.updated", "digest.refused", "digest.failed", "digest.deleted"]


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


class Speaker(Span, frozen=True, kw_only=True):
    """Who says it, as the text names them there; ``name`` is the fuller mention elsewhere that it stands for, if that is certain."""

    name: Span | None = None


class Claim(Span, frozen=True, kw_only=True):
    """One key claim, word for word: ``sentences`` is the half-open range of sentence numbers that it covers.

    ``speaker`` is null where the text leaves it open; ``context`` is then the text just before, so that a person can judge.
    """

    id: str
    sentences: tuple[int, int]
    kind: Kind
    stance: Stance
    score: float
    reasons: dict[str, float]
    speaker: Speaker | None = None
    cue: Span | None = None
    numbers: tuple[Span, ...] = ()
    context: Span | None = None


class Caveat(Span, frozen=True, kw_only=True):
    """What the outlet says of its own certainty (unverified, disputed, corrected): goes with the claims, is never one of them."""

    reason: str
    sentences: tuple[int, int]


class Summary(Struct, frozen=True, kw_only=True):
    """Key claims in rank order, and the caveats in text order.

    ``attributed`` is False where we have no words of attribution for the language: quotation marks alone were then read, and
    ``stated`` only means that there were none.
    """

    ranker: str
    claims: tuple[Claim, ...]
    caveats: tuple[Caveat, ...] = ()
    attributed: bool = True


class Translated(Struct, frozen=True, kw_only=True):
    """One segment's translation. ``engine`` is empty where nothing had to be translated; ``warnings`` says what a check found."""

    text: str
    engine: str = ""
    model: str = ""
    warnings: tuple[str, ...] = ()


class Translation(Struct, frozen=True, kw_only=True):
    """An article in one target language: ``segments`` are aligned with the digest's sentences.

    ``status``: ``ready``, ``source`` (the article is in this language already) or ``unavailable`` (with its reason).
    """

    language: str
    status: Literal["ready", "source", "unavailable"]
    segments: tuple[Translated, ...] = ()
    reason: str | None = None


class Source(Struct, frozen=True, kw_only=True):
    """The upload: where it lay, how many bytes, and their SHA-256 (hex)."""

    bucket: str
    key: str
    size: int
    sha256: str


class Digest(Struct, frozen=True, kw_only=True):
    """The whole record of one version of one article. Holds no clock of ours, no cost, no key and no absolute URL."""

    status: Literal["ready", "refused"]
    article_id: str
    version: str
    source: Source
    schema: int = SCHEMA
    producer: str = ""
    fingerprint: str = ""
    reason: str | None = None
    targets: tuple[str, ...] = ()
    article: Article | None = None
    language: Language | None = None
    sentences: tuple[Sentence, ...] = ()
    summary: Summary | None = None
    translations: tuple[Translation, ...] = ()
    files: tuple[str, ...] = ()


class Notice(Struct, frozen=True, kw_only=True):
    """What subscribers get. ``id`` is the same on every repeat; ``urls`` maps a file of the results to its stored URL.

    ``seconds`` is how long each stage took in the run that announced: a repeat may differ in it, and in nothing else.
    """

    id: str
    event: Event
    article_id: str
    version: str
    key: str
    status: str
    title: str | None = None
    reason: str | None = None
    source_language: str = "und"
    languages: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    urls: dict[str, str] = {}
    seconds: dict[str, float] = {}
