"""Digests whose every field from outside holds hostile text: a sentence, a claim, its speaker and a caveat for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimwire.models import (
    Article,
    Caveat,
    Claim,
    Digest,
    Figure,
    Language,
    Moment,
    Removed,
    Sentence,
    Source,
    Span,
    Speaker,
    Summary,
    Translated,
    Translation,
)

TWICE = " said "
LINE = "{0}" + TWICE + "{0}"


def full(words: Sequence[str]) -> Digest:
    """A digest of an article in English, also in Portuguese, in part in German, and not in Arabic."""
    text, all_of_them = "\n\n".join(LINE.format(word) for word in words), " ".join(words)
    starts = [text.index(LINE.format(word)) for word in words]
    sentences = [
        Sentence(start=start, end=start + len(LINE.format(word)), text=LINE.format(word), paragraph=number)
        for number, (start, word) in enumerate(zip(starts, words, strict=True))
    ]
    return Digest(
        status="ready",
        article_id="a" * 32,
        version="b" * 32,
        source=Source(bucket=all_of_them, key=all_of_them, size=9, sha256="c" * 64),
        producer=all_of_them,
        fingerprint=all_of_them,
        targets=("pt", "de", "ar"),
        article=_article(text, all_of_them, words),
        language=Language(code="en", confidence=0.9, method=all_of_them, script=all_of_them, mixed=("pt",)),
        sentences=tuple(sentences),
        summary=Summary(
            ranker=all_of_them,
            claims=tuple(_claim(at, start, word) for at, (start, word) in enumerate(zip(starts, words, strict=True))),
            caveats=tuple(
                Caveat(start=each.start, end=each.end, text=each.text, reason=word, sentences=(at, at + 1))
                for at, (each, word) in enumerate(zip(sentences, words, strict=True))
            ),
        ),
        translations=_translations(words, all_of_them),
    )


def refused(words: Sequence[str]) -> Digest:
    """An upload that could not be read, and why."""
    bare = replace(full(words), status="refused", reason=" ".join(words), article=None, language=None, summary=None)
    return replace(bare, sentences=(), translations=())


def _article(text: str, all_of_them: str, words: Sequence[str]) -> Article:
    return Article(
        name=all_of_them,
        format=all_of_them,
        text=text,
        title=all_of_them,
        byline=all_of_them,
        published=all_of_them,
        site=all_of_them,
        url=all_of_them,
        removed=tuple(Removed(text=word, reason=word, line=at, at=0) for at, word in enumerate(words)),
        notes=tuple(words),
    )


def _claim(at: int, start: int, word: str) -> Claim:
    """Every other speaker is worked out from another mention."""
    line, here = LINE.format(word), Span(start=start, end=start + len(word), text=word)
    end = here.end
    cue = start + len(word)
    return Claim(
        start=start,
        end=start + len(line),
        text=line,
        id=f"c{at}",
        sentences=(at, at + 1),
        kind="quoted",
        stance="denies",
        score=1.0,
        reasons={word: 0.5},
        speaker=Speaker(
            start=start, end=end, text=word, name=Span(start=0, end=1, text=f"{word} {word}") if at % 2 else None
        ),
        cue=Span(start=cue, end=cue + len(TWICE), text=TWICE),
        hedges=(Span(start=cue + len(TWICE), end=start + len(line), text=word),),
        addressee=here,
        relay=here,
        numbers=(Figure(start=start, end=end, text=word, value=123456789, unit=word),),
        dates=(Moment(start=start, end=end, text=word, date=f"{word} "),),
        caveats=(at,),
        context=here,
    )


def _translations(words: Sequence[str], all_of_them: str) -> tuple[Translation, ...]:
    segments = tuple(Translated(text=word, engine=word, model=f"good:{word}", warnings=(word,)) for word in words)
    some: tuple[Translated | None, ...] = (segments[0], *[None] * (len(words) - 1))
    return (
        Translation(language="pt", status="ready", segments=segments),
        Translation(language="de", status="ready", scope="summary", segments=some, reason=all_of_them),
        Translation(language="ar", status="unavailable", reason=all_of_them),
    )
