"""Article text to sentences, as spans: ``text[s.start:s.end] == s.text``, always. Nothing is lost or changed."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.codes import base
from claimwire.models import Language, Sentence
from claimwire.segmentation.boundaries import boundaries
from claimwire.segmentation.clauses import WHOLE, clauses
from claimwire.segmentation.overlong import LIMIT, pieces
from claimwire.segmentation.paragraphs import Spans, lines, paragraphs
from claimwire.segmentation.splitter import Splitter, splitter_for


def segment(text: str, language: Language | str) -> list[Sentence]:
    """Split an article into sentences, in order and without overlap, in linear time.

    Every character but white space is in exactly one sentence; no sentence begins or ends with white space, crosses an
    empty line, or is longer than 600 code points (longer ones are cut where a clause ends).

    Args:
        text: The article, paragraphs parted by empty lines. Any ``str`` will do.
        language: Its language, or its code; an unknown one is split by the rules that all languages share.
    """
    splitter = splitter_for(base(language if isinstance(language, str) else language.code).lower())
    return [
        Sentence(start=start, end=end, text=text[start:end], paragraph=number)
        for number, spans in enumerate(paragraphs(text))
        for start, end in _sentences(text, spans, splitter)
    ]


def _sentences(text: str, spans: Spans, splitter: Splitter) -> Iterator[tuple[int, int]]:
    limit = WHOLE if splitter.rules.clauses else LIMIT
    for begun, end in spans if len(spans) == 1 else lines(text, spans):
        start = begun
        for stop, following in (*boundaries(text, begun, end, splitter), (end, end)):
            if stop - start <= limit:
                yield start, stop
            else:
                yield from _parts(text, start, stop, splitter)
            start = following


def _parts(text: str, start: int, end: int, splitter: Splitter) -> Iterator[tuple[int, int]]:
    """What a sentence falls into that is too long, or whose script has no end marks."""
    openings = splitter.rules.clauses
    for first, last in clauses(text, start, end, openings) if openings else ((start, end),):
        yield from pieces(text, first, last)
