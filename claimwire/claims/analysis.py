"""An article's units with their attributions: what ranking and the summary both build on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimwire.claims import who
from claimwire.claims.attribute import attribute
from claimwire.claims.attribution import Attribution
from claimwire.claims.caveats import caveats
from claimwire.claims.lexicon import load
from claimwire.claims.quotes import quotations
from claimwire.claims.units import Unit, units
from claimwire.claims.who import Reference
from claimwire.models import Article, Caveat, Sentence, Span


@dataclass(frozen=True)
class Analysis:
    """``references`` holds, for each unit, the fuller mention that its speaker stands for; ``open`` whether it may be a claim."""

    units: Sequence[Unit]
    attributions: Sequence[Attribution]
    references: Sequence[Reference]
    open: Sequence[bool]
    caveats: Sequence[Caveat]

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
    all_units = units(article.text, sentences, quotations(article.text))
    attributions = _carried(all_units, [attribute(article.text, unit, lexicon) for unit in all_units])
    references = who.resolve(article.text, [attribution.speaker for attribution in attributions], lexicon)
    free = [not apart & set(range(unit.first, unit.last)) for unit in all_units]
    return Analysis(all_units, attributions, references, free, found)


def _touched(sentences: Sequence[Sentence], piece: Span) -> range:
    """Numbers of the sentences that share a character with ``piece``."""
    first = bisect_right(sentences, piece.start, key=lambda sentence: sentence.end)
    return range(first, bisect_left(sentences, piece.end, lo=first, key=lambda sentence: sentence.start))


def _carried(all_units: Sequence[Unit], attributions: list[Attribution]) -> list[Attribution]:
    """A speech that no mark closes goes on in the next unit: its speaker goes with it, and back. This is the printers' rule, no guess."""
    carried = list(attributions)
    links = [at for at in range(1, len(carried)) if _goes_on(all_units[at - 1], all_units[at])]
    for at, source in [*((at, at - 1) for at in links), *((at - 1, at) for at in reversed(links))]:
        here, other = carried[at], carried[source]
        if here.kind == "quoted" and here.speaker is None and other.speaker:
            carried[at] = replace(here, stance=other.stance, cue=other.cue, speaker=other.speaker)
    for at in range(1, len(carried)):
        here, other = carried[at], carried[at - 1]
        if here.kind == other.kind == "quoted" and here.cue is None and _same_voice(all_units[at - 1], all_units[at]):
            carried[at] = replace(here, stance=other.stance, cue=other.cue, speaker=other.speaker)
    return carried


def _same_voice(before: Unit, here: Unit) -> bool:
    """Whether a bare quotation follows in the paragraph of another: ``"A," he said. "B." "C."``."""
    if here.paragraph != before.paragraph or not (here.quotations and before.quotations):
        return False
    return here.quotations[0].start == here.start and here.end - here.quotations[0].end <= 1


def _goes_on(before: Unit, here: Unit) -> bool:
    """Whether one speech is open at the end of one unit and runs on in the next."""
    if not before.quotations or before.quotations[-1].closed or here.paragraph > before.paragraph + 1:
        return False
    return bool(here.quotations) and (here.quotations[0].start == here.start)
