"""Who speaks in a unit, and how much of it is in quotation marks."""

from __future__ import annotations

from claimwire.claims.rankers.features.columns import Columns, Seen, flags, times

_PRONOUN = 5  # letters: a shorter speaker is as good as always "he", "they"


def voice(units: Seen) -> Columns:
    """Kind, stance and speaker, here and in the units around."""
    cued = flags(unit.cued for unit in units)
    quoted = flags(unit.kind == "quoted" for unit in units)
    return {
        "cue": cued,
        "named speaker": flags(unit.named for unit in units),
        "quoted": quoted,
        "reported": flags(unit.kind == "reported" for unit in units),
        "stance": flags(unit.stance != "says" for unit in units),
        "speaker": flags(any(word[:1].isupper() for word in unit.speaker.split()) for unit in units),
        "pronoun": flags(0 < len(unit.speaker) < _PRONOUN for unit in units),
        "cue after": [*cued[1:], 0.0],
        "quoted after": [*quoted[1:], 0.0],
        "cue x position": times(cued, [1 - number / len(cued) for number in range(len(cued))]),
    }


def marks(units: Seen) -> Columns:
    """A claim in part in quotation marks is often the news; one that is nothing else is colour."""
    share = [unit.marked for unit in units]
    return {
        "in quotation marks": share,
        "quotation": flags(share),
        "opens with quotation": flags(unit.opens for unit in units),
        "nothing but quotation": flags(each > 0.9 for each in share),
        "short quotation": flags(0 < each < 0.35 for each in share),
    }
