"""Who speaks in each unit of a text: a speech that runs over several units has one speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from claimwire.claims.quotations.quotes import quotations
from claimwire.claims.speakers.attribute import attributions
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.reading import Reading
from claimwire.claims.speakers.turns import turns
from claimwire.claims.units import Unit, units
from claimwire.models import Sentence

_FEW = 6  # words: where and when somebody asked, but no clause


class Voices(Struct, frozen=True, dict=True):
    """For each unit its attributions, the main one first."""

    text: str
    units: Sequence[Unit]
    found: Sequence[Sequence[Attribution]]

    @cached_property
    def sources(self) -> list[int]:
        """For each unit, the one that names its speaker: mostly itself."""
        sources = list(range(len(self.units)))
        for at, other in self._links():
            if self._open(sources, at) and not self._open(sources, other):
                sources[at] = sources[other]
        return sources

    @cached_property
    def main(self) -> list[Attribution]:
        """For each unit, its main attribution, with the speaker that it shares with a unit before or after."""
        return [_with(self.found[at][0], self.found[source][0]) for at, source in enumerate(self.sources)]

    def _open(self, sources: Sequence[int], at: int) -> bool:
        """Whether the unit is a quotation and nobody is known to speak it."""
        main = self.found[sources[at]][0]
        return self.found[at][0].kind == "quoted" and main.speaker is None and main.cue is None

    def _links(self) -> Iterator[tuple[int, int]]:
        """Pairs of neighbours that are one speech, the second unit telling of the first: forward, back, then within paragraphs."""
        pairs = list(zip(range(1, len(self.units)), self.units, self.units[1:], strict=False))
        runs = [at for at, before, here in pairs if _goes_on(before, here)]
        yield from ((at - 1, at) for at, before, here in pairs if self._told_of(before, here, at))
        yield from ((at, at - 1) for at in runs)
        yield from ((at - 1, at) for at in reversed(runs))
        yield from ((at, at - 1) for at, before, here in pairs if _same_voice(before, here) and self._quoted(at - 1))

    def _told_of(self, before: Unit, here: Unit, at: int) -> bool:
        """Whether a unit only tells who asked what stands before it: ``"Why not?" [Ana Lima asked in Porto]``."""
        main = self.found[at][0]
        if here.paragraph != before.paragraph or here.quotations or main.speaker is None or not _bare(before):
            return False
        said = sum(len(part.text.split()) for part in main.content)
        return self.text[before.quotations[-1].end - 2] in "?!…" and main.speaker.start == here.start and said <= _FEW

    def _quoted(self, at: int) -> bool:
        return self.found[at][0].kind == "quoted"


def voices(reading: Reading, sentences: Sequence[Sentence], *, every: bool = False) -> Voices:
    """The units of a text, with the main attribution of each, or with ``every`` one. Linear time."""
    all_units = units(reading.text, sentences, quotations(reading.text))
    spoken = turns(reading.text, reading.lexicon)
    return Voices(
        reading.text, all_units, [attributions(reading.passage(unit), unit, spoken, every=every) for unit in all_units]
    )


def _with(here: Attribution, other: Attribution) -> Attribution:
    if here is other:
        return here
    return replace(here, stance=other.stance, cue=other.cue, speaker=other.speaker, source=other.source)


def _goes_on(before: Unit, here: Unit) -> bool:
    """Whether one speech is open at the end of a unit and runs on in the next: this is the printers' rule, no guess."""
    if not before.quotations or before.quotations[-1].closed or here.paragraph > before.paragraph + 1:
        return False
    return bool(here.quotations) and here.quotations[0].start == here.start


def _bare(unit: Unit) -> bool:
    """Whether the unit is a quotation and nothing else."""
    return bool(unit.quotations) and unit.quotations[0].start == unit.start and unit.end - unit.quotations[0].end <= 1


def _same_voice(before: Unit, here: Unit) -> bool:
    """Whether a bare quotation follows in the paragraph of another: ``"A," he said. "B." "C."``."""
    if here.paragraph != before.paragraph or not (here.quotations and before.quotations):
        return False
    return _bare(here)
