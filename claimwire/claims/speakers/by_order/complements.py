"""What a verb governs behind it, where that is no clause with "that": an infinitive, or an object."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order import onward, phrases
from claimwire.claims.speakers.by_order.shapes import personal
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_WITH_OBJECT = (
    "demands",
    "promises",
    "denies",
    "doubts",
    "accuses",
)  # stances whose verbs take objects as often as clauses


def acts(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the cue at ``at`` takes an object: ``rechazó``, ``accuse``."""
    cue = lexicon.cue.at(tokens, at)
    return cue is not None and cue[1] in _WITH_OBJECT


def governs(tokens: Sequence[Token], cue: tuple[int, int], left: int, lexicon: Lexicon) -> bool:
    """Whether a form that may be no cue is one, by what it governs."""
    return infinitive(tokens, *cue, lexicon) or _acted(tokens, cue, left, lexicon)


def infinitive(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive follows the cue at ``at``: ``prometió el martes [bajar]``, ``ha chiesto al governo di [alzare]``."""
    if (
        not lexicon.sets.get("infinitives")
        or not acts(tokens, at, lexicon)
        or lexicon.has("commands", tokens[at].lower)
    ):
        return False  # "prévoit de devenir" is a plan, "ordonne de" an act
    before = ("infinitive_marks", "times", "auxiliaries")
    return any(
        not token.capitalised
        and lexicon.has("infinitives", token.lower)
        and (place == end or lexicon.has_any(before, tokens[place - 1].lower))
        for place, token in enumerate(onward.ahead(tokens, end), end)
    )


def _acted(tokens: Sequence[Token], cue: tuple[int, int], left: int, lexicon: Lexicon) -> bool:
    """Whether somebody known denies or rejects what can only be words: ``[El alcalde] rechazó las [acusaciones]``."""
    if lexicon.listed("transitive").at(tokens, cue[0]) is None:
        return False
    if not any(lexicon.has("sayings", token.lower) for token in onward.ahead(tokens, cue[1])):
        return False
    subject = phrases.before(tokens, left, lexicon)
    return subject is not None and personal(tokens[slice(*subject)], lexicon)
