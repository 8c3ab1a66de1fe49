"""An article's units with their attributions: what ranking and the summary both build on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from claimwire.claims.caveats import caveats
from claimwire.claims.names import goingon, who
from claimwire.claims.names.reference import Reference
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.reading import Reading
from claimwire.claims.speakers.voices import Voices, voices
from claimwire.claims.units import Unit
from claimwire.claims.words.lexicon import load
from claimwire.models import Article, Caveat, Sentence, Span


class Analysis(Struct, frozen=True):
    """``references`` holds, for each unit, the fuller mention that its speaker stands for; ``open`` whether it may be a claim."""

    voices: Voices
    references: Sequence[Reference]
    open: Sequence[bool]
    caveats: Sequence[Caveat]

    @property
    def units(self) -> Sequence[Unit]:
        """In text order."""
        return self.voices.units

    @property
    def brief(self) -> Sequence[Attribution]:
        """For each unit who speaks and how, without what exactly is said, to whom and through whom."""
        return self.voices.brief

    @property
    def attributions(self) -> Sequence[Attribution]:
        """For each unit, its main attribution."""
        return [self.voices.whole(at) for at in range(len(self.units))]

    @property
    def names(self) -> Sequence[Span | None]:
        """For each unit, the fuller mention alone."""
        return [reference.name for reference in self.references]


def analyse(article: Article, language: str, sentences: Sequence[Sentence]) -> Analysis:
    """Units, who speaks in each, which are barred."""
    lexicon = load(language)
    barred = {number for piece in article.barred for number in _touched(sentences, piece)}
    found = caveats(article.text, sentences, lexicon)
    apart = barred | {number for caveat in found for number in range(*caveat.sentences)}
    reading = Reading(article.text, lexicon)
    heard = voices(reading, sentences)
    references = who.resolve(reading, heard.brief, goingon.links(heard))
    free = [apart.isdisjoint(range(unit.first, unit.last)) for unit in heard.units]
    return Analysis(heard, references, free, found)


def _touched(sentences: Sequence[Sentence], piece: Span) -> range:
    """Numbers of the sentences that share a character with ``piece``."""
    first = bisect_right(sentences, piece.start, key=lambda sentence: sentence.end)
    return range(first, bisect_left(sentences, piece.end, lo=first, key=lambda sentence: sentence.start))
