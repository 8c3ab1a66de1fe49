"""What comes of it: translations, the digest, the notice."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from claimwire.models.claims import Summary
from claimwire.models.text import Article, Language, Sentence

SCHEMA = 3
"""Version of the digest's shape: raised when a reader of digest.json would have to change."""

Event = Literal["digest.ready", "digest.updated", "digest.refused", "digest.failed", "digest.deleted"]


class Translated(Struct, frozen=True, kw_only=True):
    """One segment's translation. ``engine`` is empty where nothing had to be translated; ``warnings`` says what a check found."""

    text: str
    engine: str = ""
    model: str = ""
    warnings: tuple[str, ...] = ()


class Translation(Struct, frozen=True, kw_only=True):
    """An article in one target language: ``segments`` are aligned with the digest's sentences, null where one is not translated.

    ``status``: ``ready``, ``source`` (the article is in this language already) or ``unavailable`` (with its reason). ``scope``: the whole
    ``article``, or only its ``summary``: title, claims and caveats (with the reason).
    """

    language: str
    status: Literal["ready", "source", "unavailable"]
    scope: Literal["article", "summary"] = "article"
    segments: tuple[Translated | None, ...] = ()
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

    ``attributions``: one a claim, who says it in plain words. ``warnings``: what the checks found in the translations of those claims.
    ``same_as``: ids of other articles that had the same text then. ``seconds`` is how long each stage took in the run that announced: a
    repeat may differ in these two, and in nothing else.
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
    attributions: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    urls: dict[str, str] = {}
    seconds: dict[str, float] = {}
