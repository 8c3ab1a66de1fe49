"""A cue: a word or phrase that says that somebody says something."""

from __future__ import annotations

from msgspec import Struct

from claimwire.claims.speakers.passage import Range
from claimwire.models import Stance


class Cue(Struct, frozen=True):
    """Token ranges of the cue and of its subject, which some languages may leave out.

    ``after``: a phrase such as "according to", with the speaker beside it. ``shares``: it has its subject from further ahead
    (``…, [adding] that``). ``mental``: it tells of a belief, a wish or a plan, not of words.
    ``begins``: where its whole verb begins, if before it (``[a] déclaré``).
    """

    cue: Range
    speaker: Range | None
    stance: Stance
    after: bool = False
    shares: bool = False
    mental: bool = False
    begins: int | None = None

    @property
    def extent(self) -> Range:
        """From the first to the last token of the cue and its speaker, if they stand together."""
        start = self.cue[0] if self.begins is None else self.begins
        if self.speaker is None or self.shares:
            return start, self.cue[1]
        return min(start, self.speaker[0]), max(self.cue[1], self.speaker[1])
