"""Who speaks in each unit of a text: a speech that runs over several units has one speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from claimwire.claims.quotations.quotes import quotations
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.heard import Heard, heard
from claimwire.claims.speakers.reading import Reading
from claimwire.claims.speakers.speeches import bare, goes_on, same_voice
from claimwire.claims.speakers.turns import turns
from claimwire.claims.units import Unit, units
from claimwire.models import Sentence

_FEW = 6  # words: where and when somebody asked, but no clause


class Voices(Struct, frozen=True, dict=True):
    """All units of a text, each as it is heard by itself."""

    text: str
    heard: Sequence[Heard]

    @cached_property
    def units(self) -> list[Unit]:
        """The units themselves."""
        return [each.unit for each in self.heard]

    @cached_property
    def sources(self) -> list[int]:
        """For each unit, the one that names its speaker: mostly itself."""
        sources = list(range(len(self.units)))
        for at, other in self._links():
            if self._open(sources, at) and not self._open(sources, other):
                sources[at] = sources[other]
        return sources

    @cached_property
    def brief(self) -> list[Attribution]:
        """For each unit, its main attribution in brief, with the speaker that it shares with a unit before or after."""
        return [_with(self.heard[at].brief, self.heard[source].brief) for at, source in enumerate(self.sources)]

    def whole(self, at: int) -> Attribution:
        """The main attribution of a unit likewise, with all that is known of it."""
        return _with(self.heard[at].whole, self.heard[self.sources[at]].whole)

    def _open(self, sources: Sequence[int], at: int) -> bool:
        """Whether the unit is a quotation and nobody is known to speak it."""
        main = self.heard[sources[at]].brief
        return self.heard[at].brief.kind == "quoted" and main.speaker is None and main.cue is None

    def _links(self) -> Iterator[tuple[int, int]]:
        """Pairs of neighbours that are one speech, the second unit telling of the first: forward, back, then within paragraphs."""
        pairs = list(zip(range(1, len(self.units)), self.units, self.units[1:], strict=False))
        runs = [at for at, before, here in pairs if goes_on(before, here)]
        yield from ((at - 1, at) for at, before, here in pairs if self._told_of(before, here, at))
        yield from ((at, at - 1) for at in runs)
        yield from ((at - 1, at) for at in reversed(runs))
        yield from ((at, at - 1) for at, before, here in pairs if same_voice(before, here) and self._quoted(at - 1))

    def _told_of(self, before: Unit, here: Unit, at: int) -> bool:
        """Whether a unit only tells who asked what stands before it: ``"Why not?" [Ana Lima asked in Porto]``."""
        speaker = self.heard[at].brief.speaker
        if here.paragraph != before.paragraph or here.quotations or speaker is None or not bare(before):
            return False
        said = sum(len(part.text.split()) for part in self.heard[at].whole.content)
        return self.text[before.quotations[-1].end - 2] in "?!…" and speaker.start == here.start and said <= _FEW

    def _quoted(self, at: int) -> bool:
        return self.heard[at].brief.kind == "quoted"


def voices(reading: Reading, sentences: Sequence[Sentence]) -> Voices:
    """The units of a text, with who speaks in each. Linear time."""
    spoken = turns(reading.text, reading.lexicon)
    all_units = units(reading.text, sentences, quotations(reading.text))
    return Voices(reading.text, [heard(reading.passage(unit), unit, spoken) for unit in all_units])


def _with(here: Attribution, other: Attribution) -> Attribution:
    if here is other:
        return here
    return replace(here, stance=other.stance, cue=other.cue, speaker=other.speaker, source=other.source)
