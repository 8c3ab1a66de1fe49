"""Translation through the whole pipeline beside the bare engine: chrF, and numbers that come through.

Sentences are joined to documents, read, told apart again, translated and checked; the bare engine gets the sentences as the data has them.
What reading takes out as furniture is left out on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.rows import line, rows
from claimwire.errors import Refused
from claimwire.models import Digest
from claimwire.pipeline import process
from claimwire.ports import Engine
from claimwire.readers import read
from claimwire.translators import build
from claimwire.translators.checks import numbers
from claimwire.translators.checks.pair import pair
from claimwire.translators.firefox import Firefox

_TOGETHER = 10  # FLORES has no documents: neighbouring lines, often of one article
_PARAGRAPH = 4  # sentences of a paragraph


class Document(NamedTuple):
    """Sentences in two languages."""

    source: Sequence[str]
    target: Sequence[str]


class Kept(NamedTuple):
    """Sentences with digits: how many have the same digits, the same numbers, or another number and no warning."""

    sentences: int
    digits: int
    numbers: int
    unflagged: int

    def cells(self) -> tuple[str, ...]:
        """The figures of a row."""
        shares = (f"{part} ({part / max(1, self.sentences):.1%})" for part in self[1:3])
        return (str(self.sentences), *shares, str(self.unflagged))


def table(data: Path, split: str) -> Iterator[str]:
    """A row for each set and direction, bare engine and pipeline."""
    from sacrebleu.metrics.chrf import CHRF

    yield line("", "chrF", "ratio", "with digits", "same digits", "same numbers", "not flagged")
    engine = Firefox()
    for name, documents in (("flores", _flores(data, split)), ("ntrex", _ntrex(data, split))):
        for source, target in (("en", "pt"), ("pt", "en")):
            turned = documents if source == "en" else [Document(each.target, each.source) for each in documents]
            given = [_without_furniture(each) for each in turned]
            references = [" ".join(each.target) for each in given]
            bare = [_bare(engine, each.source, source, target) for each in given]
            ours = [_segments(each.source, target) for each in given]
            scores = [
                CHRF().corpus_score([" ".join(answer for _, answer, _ in each) for each in found], [references]).score
                for found in (bare, ours)
            ]
            for who, found, score in (("bare", bare, scores[0]), ("pipeline", ours, scores[1])):
                cells = kept([one for each in found for one in each], source, target).cells()
                yield line(f"{name} {source}-{target} {who}", f"{score:.2f}", f"{score / scores[0]:.4f}", *cells)


def kept(answers: Sequence[tuple[str, str, bool]], source: str, target: str) -> Kept:
    """Counts over sentence, answer, and whether it was flagged."""
    told = [(text, answer, flagged) for text, answer, flagged in answers if re.search(r"\d", text)]
    changed = [numbers.check(pair(text, answer, source, target)) is not None for text, answer, _ in told]
    return Kept(
        len(told),
        sum(_digits(text) == _digits(answer) for text, answer, _ in told),
        len(told) - sum(changed),
        sum(wrong and not flagged for wrong, (_, _, flagged) in zip(changed, told, strict=True)),
    )


def _digits(text: str) -> list[str]:
    return sorted(re.findall(r"\d", text))


def _bare(engine: Engine, sentences: Sequence[str], source: str, target: str) -> list[tuple[str, str, bool]]:
    return [(text, engine.translate([text], source, target)[0] or "", False) for text in sentences]


def _segments(sentences: Sequence[str], target: str) -> list[tuple[str, str, bool]]:
    """What the pipeline makes of the document; nothing where it did not recognise its language."""
    try:
        digest = process(_text(sentences).encode(), "article.txt", target, engine=build("firefox"))
    except Refused:
        return []
    return list(_aligned(digest))


def _without_furniture(document: Document) -> Document:
    """The document less the lines that reading takes out, such as a headline that begins with ``Watch:``: nobody is to translate them."""
    removed = {line.text for line in read(_text(document.source).encode(), "article.txt").removed}
    pairs = [each for each in zip(*document, strict=True) if each[0].strip() not in removed]
    return Document([one for one, _ in pairs], [other for _, other in pairs])


def _text(sentences: Sequence[str]) -> str:
    """Paragraphs; a headline, or what ends without a full stop, is one of its own."""
    text, length = "", 0
    for sentence in sentences:
        ended = bool(re.search(r"[.!?…][\"'”’)]*$", sentence.strip()))
        length = length + 1 if ended and length < _PARAGRAPH else 0
        text += sentence.strip() + (" " if length else "\n\n")
    return text


def _aligned(digest: Digest) -> Iterator[tuple[str, str, bool]]:
    if digest.translations[0].status == "ready":
        for sentence, segment in zip(digest.sentences, digest.translations[0].segments, strict=True):
            if segment:
                yield sentence.text, segment.text, bool(segment.warnings)


def _flores(data: Path, split: str) -> list[Document]:
    found = list(rows(data, "flores_pairs", split))
    groups = [found[at : at + _TOGETHER] for at in range(0, len(found), _TOGETHER)]
    return [Document([row["en"] for row in group], [row["pt"] for row in group]) for group in groups]


def _ntrex(data: Path, split: str) -> list[Document]:
    found = {(row["lang"], row["doc"]): row["sentences"] for row in rows(data, "ntrex128", split)}
    return [
        Document(found["eng", name], found["por-BR", name])
        for language, name in found
        if language == "eng" and ("por-BR", name) in found
    ]
