"""Which of a unit's cues is its main one, and which outlet only passes on what another has said."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range


def main(passage: Passage, found: Sequence[Cue]) -> tuple[Cue | None, Range | None]:
    """The cue of the one responsible, and the outlet that relays it: ``"A," he said, according to the Courier``."""
    relays = [cue for cue in found if _relays(passage, cue, found)]
    own = [cue for cue in found if cue not in relays] or list(found)
    return _best(own, passage), relays[0].speaker if relays else None


def touches(cue: Cue, passage: Passage) -> bool:
    """Whether a quotation begins or ends within two tokens of the cue and its subject, or three where a comma and a dash part them."""
    start, end = cue.extent
    far = start > 2 and passage.inside[start - 3] and passage.mark(start - 1) and passage.mark(start - 2)
    near = 3 if far else 2
    return any(passage.inside[max(0, start - near) : start]) or any(passage.inside[end : end + 2])


def _best(found: Sequence[Cue], passage: Passage) -> Cue | None:
    """The cue beside a quotation where there is one, else the outermost: one that ends the unit, or the first."""
    beside = [cue for cue in found if touches(cue, passage)]
    if beside or not found:
        return _outer(beside[0], found, passage) if beside else None
    last = found[-1]
    trails = not _worded(passage, last.extent[1]) and not last.shares and not _compared(passage, last, found[0])
    return last if trails else found[0]


def _compared(passage: Passage, last: Cue, first: Cue) -> bool:
    """Whether the last only compares with what the first says: ``Alba denies that …, [as] the prosecutors claim``."""
    start = last.extent[0]
    alike = any(passage.has("as", at) for at in (start, start - 1, start - 2))
    return alike and first is not last and first.speaker is not None and passage.sentence(first.cue[0])[1] > start


def _outer(cue: Cue, found: Sequence[Cue], passage: Passage) -> Cue:
    """The cue right before, whose content it opens: ``Ana Lima [said] (that) she believes "…"``."""
    start = cue.extent[0]
    near = (other for other in found if other.extent[1] <= start <= other.extent[1] + 1 and other.cue[0] < start)
    before = next(
        (other for other in near if other.extent[1] == start or passage.has("complementisers", start - 1)), None
    )
    pronoun = cue.speaker is not None and passage.tokens[cue.speaker[0]].lower in passage.lexicon.pronouns
    return before if before and pronoun and not cue.shares else cue


def _relays(passage: Passage, cue: Cue, found: Sequence[Cue]) -> bool:
    """Whether it names an outlet that reports what another cue of the same sentence tells."""
    if cue.speaker is None or not (cue.after or passage.has("relaying", cue.cue[0])):
        return False
    start, end = passage.sentence(cue.cue[0])
    others = [other for other in found if other is not cue and other.speaker and start <= other.cue[0] < end]
    return outlet(passage, cue.speaker) and any(other.speaker != cue.speaker for other in others)


def outlet(passage: Passage, where: Range) -> bool:
    """Whether somebody is a paper, a channel or an agency."""
    return any(passage.has("outlets", at) for at in range(*where))


def _worded(passage: Passage, start: int) -> bool:
    return any(passage.is_word(at) for at in range(start, len(passage.tokens)))
