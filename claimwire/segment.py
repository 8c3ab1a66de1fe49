"""Article text to sentences, as spans: ``text[s.start:s.end] == s.text``, always. Nothing is lost or changed."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.codes import base
from claimwire.models import Language, Sentence
from claimwire.segmentation.boundaries import sentence_spans
from claimwire.segmentation.clauses import WHOLE, clauses
from claimwire.segmentation.overlong import LIMIT, pieces
from claimwire.segmentation.paragraphs import lines, paragraphs
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
    limit = WHOLE if splitter.rules.clauses else LIMIT
    found: list[Sentence] = []
    for number, spans in enumerate(paragraphs(text)):
        for begun, stop in spans if len(spans) == 1 else lines(text, spans):
            for start, end in sentence_spans(text, begun, stop, splitter):
                if end - start <= limit:
                    found.append(Sentence(start=start, end=end, text=text[start:end], paragraph=number))
                else:
                    found += _parts(text, start, end, splitter, number)
    return found


def _parts(text: str, start: int, end: int, splitter: Splitter, number: int) -> Iterator[Sentence]:
    """What a sentence falls into that is too long, or whose script has no end marks."""
    openings = splitter.rules.clauses
    for clause in clauses(text, start, end, openings) if openings else ((start, end),):
        for first, last in pieces(text, *clause):
            yield Sentence(start=first, end=last, text=text[first:last], paragraph=number)
