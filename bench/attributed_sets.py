"""Sets that mark what is said and by whom: PolNeAR (English news), SpkAtt (German speeches), ADAQ (Russian and Czech sentences)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.rows import rows
from bench.spans import Said
from claimwire import models
from claimwire.claims import attribute

_MARKS = '"“”'
_PARTS = ("content", "speaker")
Span = tuple[int, int]
Gold = Iterator[tuple[str, str, list[Said]]]
"""A text, its language, and what is said in it."""


def sets(data: Path, split: str) -> Iterator[tuple[str, Iterator[tuple[list[Said], list[Said]]]]]:
    """Each set by name: gold and found, document by document. In the first, what stands in quotation marks only."""
    loaders: dict[str, tuple[Gold, bool]] = {
        "PolNeAR, in quotation marks": (_polnear(data, split, quoted=True), True),
        "PolNeAR, all": (_polnear(data, split, quoted=False), False),
        "SpkAtt (de)": (_spkatt(data, split), False),
        "ADAQ ru": (_adaq(data, split, "ru"), False),
        "ADAQ cs": (_adaq(data, split, "cs"), False),
    }
    for name, (gold, quoted) in loaders.items():
        yield name, ((marked, _found(text, language, quoted)) for text, language, marked in gold)


def _found(text: str, language: str, quoted: bool) -> list[Said]:
    """What we find; the speaker with the words beside the name, as these sets mark it."""
    return [
        Said(_places(text, map(_span, each.content)), _places(text, [_span(each.source)] if each.source else []))
        for each in attribute(text, language)
        if not quoted or any(mark in piece.text for piece in each.content for mark in _MARKS)
    ]


def _span(piece: models.Span) -> Span:
    return piece.start, piece.end


def _polnear(data: Path, split: str, *, quoted: bool) -> Gold:
    for row in rows(data, "polnear_en", split):
        said = [quote for quote in row["quotes"] if quote["content"]]
        kept = [quote for quote in said if not quoted or any(mark in quote["content"]["text"] for mark in _MARKS)]
        yield row["text"], "en", [_said(row["text"], *(_spans(quote[part]) for part in _PARTS)) for quote in kept]


def _spans(part: Mapping[str, Any] | None) -> list[Span]:
    return part["spans"] if part else []


def _spkatt(data: Path, split: str) -> Gold:
    for row in rows(data, "spkatt2023_de", split):
        text, places = _spaced(row["tokens"])
        full = [quote["token_ids"] for quote in row["quotes"] if quote["content"] and quote["speaker"]]
        parts = [[[places[at] for at in quote.get(part, [])] for part in ("message", "source")] for quote in full]
        yield text, "de", [_said(text, content, speaker) for content, speaker in parts]


def _spaced(sentences: Sequence[Sequence[str]]) -> tuple[str, Mapping[str, Span]]:
    """Tokens with a space between; each one's place by ``sentence:token``."""
    text, places = "", {}
    for number, sentence in enumerate(sentences):
        for at, token in enumerate(sentence):
            places[f"{number}:{at}"] = (len(text), len(text) + len(token))
            text += f"{token} "
    return text, places


def _adaq(data: Path, split: str, language: str) -> Gold:
    for row in rows(data, "adaq_ru_cs", split):
        if row["lang"] == language:
            content, speaker = (list(_tagged(row, tag)) for tag in ("content", "source"))
            yield row["text"], language, [_said(row["text"], content, speaker)] if content else []


def _tagged(row: Mapping[str, Any], wanted: str) -> Iterator[Span]:
    end = 0
    for token, tag in zip(row["tokens"], row["tags"], strict=True):
        start = row["text"].find(token, end)
        if start >= 0:
            end = start + len(token)
            if tag == wanted:
                yield start, end


def _said(text: str, content: Iterable[Span], speaker: Iterable[Span]) -> Said:
    return Said(_places(text, content), _places(text, speaker))


def _places(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if not text[at].isspace())
