"""Article text to sentences, as spans: ``text[s.start:s.end] == s.text``, always. Nothing is lost or changed."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.codes import base
from claimwire.models import Language, Sentence
from claimwire.segmentation.boundaries import boundaries
from claimwire.segmentation.overlong import pieces
from claimwire.segmentation.paragraphs import SPACES, lines, paragraphs
from claimwire.segmentation.rules import Rules, rules_for


def segment(text: str, language: Language | str) -> list[Sentence]:
    """Split an article into sentences, in order and without overlap, in linear time.

    Every character but white space is in exactly one sentence; no sentence begins or ends with white space, crosses an
    empty line, or is longer than 600 code points (longer ones are cut where a clause ends).

    Args:
        text: The article, paragraphs parted by empty lines. Any ``str`` will do.
        language: Its language, or its code; an unknown one is split by the rules that all languages share.
    """
    rules = rules_for(base(language if isinstance(language, str) else language.code).lower())
    return [
        Sentence(start=start, end=end, text=text[start:end], paragraph=number)
        for number, (first, last) in enumerate(paragraphs(text))
        for start, end in _spans(text, first, last, rules)
    ]


def _spans(text: str, first: int, last: int, rules: Rules) -> Iterator[tuple[int, int]]:
    for line_start, line_end in lines(text, first, last):
        start = line_start
        for stop in (*boundaries(text, line_start, line_end, rules), line_end):
            yield from pieces(text, start, stop)
            gap = SPACES.match(text, stop, line_end)
            start = gap.end() if gap else stop
