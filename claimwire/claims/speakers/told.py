"""Who was told: a person, or the outlet that passes it on."""

from __future__ import annotations

from claimwire.claims.speakers import choice
from claimwire.claims.speakers.by_clause import addressed
from claimwire.claims.speakers.by_clause.stretch import Stretch
from claimwire.claims.speakers.by_order import phrases
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range

_FURTHEST = 14  # tokens after a cue in which the outlet stands


def addressee(passage: Passage, cue: Cue) -> Range | None:
    """``told [reporters]``, ``said [to the committee]``: who was told, where it stands right after the cue."""
    at = cue.extent[1] if cue.speaker and cue.speaker[0] >= cue.cue[1] else cue.cue[1]
    if at >= len(passage.tokens) or passage.speech(at):
        return None
    told = at == cue.cue[1] and passage.has("addressed", at - 1)
    if passage.has("toward", at) and not (told and passage.has("determiners", at)):
        return phrases.after(passage.tokens, at + 1, passage.lexicon)
    if told:
        if passage.lexicon.grammar.subject == "clause":
            return addressed.addressee(Stretch(passage.tokens, passage.inside, passage.lexicon), at)
        return phrases.addressee(passage.tokens, at, passage.lexicon)
    return None


def relay(passage: Passage, cue: Cue, to: Range | None) -> Range | None:
    """The outlet that the speaker told: ``told [the Courier]``, ``said [in an interview with] the Courier``."""
    if to and choice.outlet(passage, to):
        return to
    stop = passage.sentence(cue.cue[0])[1]
    table = passage.lexicon.listed("relays")
    for at in range(cue.extent[1], min(stop, cue.extent[1] + _FURTHEST)):
        if passage.speech(at):
            return None
        if entry := table.at(passage.tokens, at):
            return phrases.after(passage.tokens, at + entry[0], passage.lexicon)
    return None
