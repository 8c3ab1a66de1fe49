"""Translating an article's summary alone: what is there, what is not, and that the reader is told."""

from __future__ import annotations

import msgspec
import pytest

from claimwire import pipeline, render
from claimwire.models import Digest
from claimwire.settings import Settings
from claimwire.translators.chain import Chain
from tests.doubles import Phrasebook, article, segments

TITLE = "Port reopens. Ships wait"
BODY = (
    "Ana Lima, the deputy mayor of the city, said the new port would open to the public in May.\n\n"
    "The weather was mild and the streets were full of people.\n\n"
    "The company denied that it had paid the officials.\n\n"
    "The claims could not be independently verified."
)


class Counting(Phrasebook):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def translate(self, segments: object, source: str, target: str) -> list[str | None]:
        texts = list(segments)  # type: ignore[call-overload]
        self.asked += texts
        return super().translate(texts, source, target)


def made(engine: Phrasebook, **more: object) -> Digest:
    read = msgspec.structs.replace(article(BODY, TITLE), declared_language="en")
    wanted = Settings(targets=("pt", "en"), engine="phrasebook", detector="declared", claims=2, **more)  # type: ignore[arg-type]
    chain = Chain([engine])
    digest = pipeline.compose(pipeline.begin(b"", "b", "a.txt", "", wanted, chain), read, wanted, chain)
    return msgspec.structs.replace(digest, files=render.names(digest))


def left(digest: Digest) -> list[str]:
    """The sentences that are in no claim, no caveat and no title."""
    assert digest.summary is not None
    ranges = [claim.sentences for claim in digest.summary.claims] + [
        caveat.sentences for caveat in digest.summary.caveats
    ]
    inside = {number for first, last in ranges for number in range(first, last)} | {0, 1}
    return [sentence.text for number, sentence in enumerate(digest.sentences) if number not in inside]


def pages(digest: Digest) -> dict[str, str]:
    return {name: body.decode() for name, body in render.files(digest, lambda *parts: "/".join(parts)).items()}


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"summary_only": True}, "by its settings, only the title"),
        ({"full_text_up_to": 100}, "the article is longer than 100 characters, so only the title"),
    ],
)
def test_title_claims_and_caveats_alone_are_translated(more: dict[str, object], why: str) -> None:
    engine = Counting()
    digest = made(engine, **more)
    portuguese, english = digest.translations
    assert (portuguese.status, portuguese.scope, english.status) == ("ready", "summary", "source")
    assert portuguese.reason is not None
    assert portuguese.reason.startswith(why)
    assert digest.summary is not None
    assert len(portuguese.segments) == len(digest.sentences)
    there = {sentence.text for sentence, segment in zip(digest.sentences, portuguese.segments, strict=True) if segment}
    assert there == set(engine.asked)
    claimed = {claim.text for claim in digest.summary.claims} | {caveat.text for caveat in digest.summary.caveats}
    assert claimed | {"Port reopens.", "Ships wait"} <= there
    assert set(left(digest)).isdisjoint(there)
    assert left(digest)


def test_its_pages_show_what_is_there_and_say_why_the_rest_is_not() -> None:
    digest = made(Counting(), summary_only=True)
    files = pages(digest)
    assert "article.pt.txt" not in files
    assert "article.en.txt" in files
    page = files["digest.pt.html"]
    assert "conforme a configuração, só se traduzem o título, as afirmações principais e as ressalvas" in page
    for text in left(digest):
        assert text in page
        assert text[::-1] not in page
    assert "Port reopens."[::-1] in page
    assert digest.summary is not None
    for claim in digest.summary.claims:
        assert claim.text[::-1] in page
        assert claim.text[::-1] in files["summary.pt.md"].replace("\\", "")
    assert "None" not in page


def test_an_article_of_ordinary_length_is_translated_whole() -> None:
    digest = made(Counting())
    portuguese = digest.translations[0]
    assert (portuguese.scope, portuguese.reason) == ("article", None)
    assert len(segments(portuguese)) == len(digest.sentences)
    assert "article.pt.txt" in pages(digest)
    assert "Note:" not in pages(digest)["digest.pt.html"]


def test_the_record_reads_back_with_its_gaps() -> None:
    digest = made(Counting(), summary_only=True)
    data = msgspec.json.encode(digest)
    assert b'"segments":[{' in data
    assert b",null," in data
    assert msgspec.json.decode(data, type=Digest) == digest
