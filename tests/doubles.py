"""Engines for tests where the engine is not the point, and short ways to articles and digests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec
import pytest

from claimwire import pipeline
from claimwire.claims import summarise
from claimwire.claims.analysis import Analysis, analyse
from claimwire.models import Article, Barred, Digest, Language, Summary, Translated, Translation
from claimwire.ports import Limits
from claimwire.segment import segment
from claimwire.settings import Settings
from claimwire.translators.chain import Chain


class Phrasebook:
    """Answers from a fixed table, and what is not in it in a fixed way."""

    name = "phrasebook"
    shareable = True
    limits = Limits(again=False)

    def __init__(
        self, phrases: Mapping[str, str] = {}, otherwise: Callable[[str], str] = lambda text: text[::-1]
    ) -> None:
        self._phrases, self._otherwise = phrases, otherwise

    def identity(self) -> str:
        return "phrasebook 1"

    def supports(self, source: str, target: str) -> bool:
        return target != "sw"

    def model(self, source: str, target: str) -> str:
        return "table"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        return [self._phrases.get(segment, self._otherwise(segment)) for segment in segments]


def language(code: str = "en", script: str = "Latn") -> Language:
    return Language(code=code, confidence=1.0, method="test", script=script)


def article(text: str, title: str | None = None, barred: Sequence[str] = ()) -> Article:
    """An article as the readers lay it out: the title first, and barred like the pieces named."""
    whole = f"{title}\n\n{text}" if title else text
    pieces = [*([(title, "headline")] if title else []), *((piece, "shape") for piece in barred)]
    bars = tuple(
        Barred(start=(at := whole.index(piece)), end=at + len(piece), text=piece, reason=reason)
        for piece, reason in pieces
    )
    return Article(name="t.txt", format="txt", text=whole, title=title, barred=bars)


def segments(translation: Translation) -> list[Translated]:
    """The segments of an article that was translated whole."""
    return [segment for segment in translation.segments if segment is not None or pytest.fail("a segment is missing")]


def analysed(text: str, code: str = "en", **more: str) -> Analysis:
    return analyse(article(text, **more), code, segment(text, code))


def summed(read: Article, count: int = 5, ranker: str = "neutral", code: str = "en") -> Summary:
    return summarise(read, language(code), segment(read.text, code), count, ranker)


def digest(
    read: Article, targets: str = "pt", engine: Phrasebook | None = None, *, key: str = "in/a.txt", code: str = "en"
) -> Digest:
    """The digest of an article whose language is given, by a phrasebook."""
    chain = Chain([engine or Phrasebook()])
    wanted = Settings(targets=tuple(targets.split(",")), engine="phrasebook", detector="declared")
    begun = pipeline.begin(read.text.encode("utf-8", "surrogatepass"), "bucket", key, "", wanted, chain)
    return pipeline.compose(begun, msgspec.structs.replace(read, declared_language=code), wanted, chain)
