"""The verbs, in the order in which an article meets them. No I/O here: engines and links are handed in."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence

import msgspec

from claimwire import claims as claims_room
from claimwire import codes, layout, translating
from claimwire.detectors import detect
from claimwire.models import Article, Digest, Language, Source, Summary, Translated
from claimwire.readers import read
from claimwire.segment import segment
from claimwire.settings import Settings, targets_of
from claimwire.translators import build
from claimwire.translators.chain import Chain
from claimwire.version import __version__


def summarise(
    article: Article,
    language: Language,
    claims: int = 5,
    *,
    ranker: str = "neutral",
    words: int = 0,
    order: str = "rank",
) -> Summary:
    """The key claims of an article, word for word, with speaker, cue and kind; and its caveats in text order.

    Every claim is a slice: ``article.text[claim.start:claim.end] == claim.text``. ``words``: as many as all may have together (0:
    any number). ``order``: ``rank``, the best first, or ``text``. Raises BadSetting for an unknown ranker or order.
    """
    return claims_room.summarise(
        article, language, segment(article.text, language), claims, ranker, words=words, order=order
    )


def translate(segments: Sequence[str], source: str, target: str, engine: str | Chain = "firefox") -> list[Translated]:
    """Translate sentence by sentence: one Translated a segment, in order, each checked.

    ``engine`` names one engine or a chain such as ``"firefox,google"``. Raises BadSetting where none serves the pair, and
    TryLater where those that do have failed.
    """
    return _chain(engine).translate(segments, codes.canonical(source), codes.canonical(target))


def process(
    data: bytes, name: str, targets: Sequence[str] | str = (), *, engine: str | Chain = "firefox", content_type: str | None = None,
    claims: int = 5, ranker: str = "neutral", detector: str = "auto",
) -> Digest:  # fmt: skip
    """Bytes of one article to its digest, with no store at all: ``name`` stands for the key, the bytes are the version.

    Without ``targets`` nothing is translated; an empty text is no target, and a mistake.

    Raises Refused where there is nothing to read, BadSetting for unknown targets, engines, rankers or detectors.
    """
    wanted = targets_of(targets) if isinstance(targets, str) else targets and targets_of(",".join(targets))
    chain = _chain(engine)
    settings = Settings(targets=tuple(wanted), engine=chain.name, claims=claims, ranker=ranker, detector=detector)
    return compose(begin(data, "memory", name, "", settings, chain), read(data, name, content_type), settings, chain)


def begin(data: bytes, bucket: str, key: str, version: str, settings: Settings, chain: Chain) -> Digest:
    """The part of a digest that is known before reading: whose it is.

    ``version`` is the store's own; where it is empty, the content's hash serves.
    """
    fingerprint = settings.fingerprint(chain.identity())
    content = hashlib.sha256(data).hexdigest()
    return Digest(
        status="refused",
        article_id=layout.article_id(bucket, key),
        version=layout.version_id(version or content, fingerprint),
        source=Source(bucket=bucket, key=key, size=len(data), sha256=content),
        producer=f"claimwire {__version__}",
        fingerprint=fingerprint,
        targets=settings.targets,
    )


def compose(
    begun: Digest,
    article: Article,
    settings: Settings,
    chain: Chain,
    step: Callable[[str], None] = lambda _: None,
    seconds: Callable[[], float] = lambda: math.inf,
) -> Digest:
    """The whole digest of an article that could be read; ``step`` hears the name of each stage as it begins.

    ``seconds`` says how many are left: translation stops with TryLater when they are over.
    """
    step("detect")
    language = detect(article.text, article.declared_language, settings.detector)
    step("segment")
    sentences = segment(article.text, language)
    step("claims")
    summary = claims_room.summarise(
        article, language, sentences, settings.claims, settings.ranker, words=settings.words, order=settings.order
    )
    step("translate")
    translations = translating.translations(article, language, sentences, summary, settings, chain, seconds)
    return msgspec.structs.replace(
        begun,
        status="ready",
        article=article,
        language=language,
        sentences=tuple(sentences),
        summary=summary,
        translations=translations,
    )


def _chain(engine: str | Chain) -> Chain:
    return build(engine) if isinstance(engine, str) else engine


__all__ = ["begin", "compose", "detect", "process", "read", "segment", "summarise", "translate"]
