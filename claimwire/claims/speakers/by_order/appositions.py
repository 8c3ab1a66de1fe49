"""Whether the comma before a verb closes an apposition of its subject, or a clause that is said."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order import phrases
from claimwire.claims.speakers.by_order.complements import acts
from claimwire.claims.speakers.by_order.shapes import is_name, personal
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_WHOSE = 10  # words of a clause with "whose" up to the name in it


def opened(tokens: Sequence[Token], left: int, at: int, lexicon: Lexicon) -> bool:
    """Whether somebody with an apposition is all that stands before the cue at ``at``: ``[El alcalde de Lugo, Marcos Rueda,] rechazó``.

    Where the verb takes an object, a description before the first comma is enough, and a name wherever it stands.
    """
    if not left or tokens[left - 1].text != ",":
        return False
    start = next((place + 1 for place in range(left - 1, -1, -1) if tokens[place].text in ".!?"), 0)
    while start < left and lexicon.has_any(("contrasts", "conjunctions"), tokens[start].lower):
        start += 1
    own = phrases.before(tokens, left, lexicon)
    if own is None:
        return False
    if own[1] == left - 1:  # the apposition is the name
        own = phrases.before(tokens, own[0] - 1, lexicon)
        return own is not None and own[0] == start
    parts = (tokens[slice(*own)], tokens[own[1] + 1 : left - 1])
    if acts(tokens, at, lexicon) and (is_name(parts[0], lexicon) or (own[0] == start and personal(parts[0], lexicon))):
        return True
    return own[0] == start and any(is_name(part, lexicon) for part in parts)


def owner(tokens: Sequence[Token], left: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The subject before the verb; nobody in a clause with "whose": ``[Alba], cuyo jefe, Rui Costa, dimitió, dijo``."""
    found = phrases.before(tokens, left, lexicon)
    comma = found[0] - 1 if found else 0
    if comma < 1 or tokens[comma].text != "," or not lexicon.sets.get("whose"):
        return found
    start = next((at + 1 for at in range(comma - 1, max(-1, comma - _WHOSE), -1) if tokens[at].text == ","), comma)
    whose = any(lexicon.has("whose", tokens[at].lower) for at in range(start, min(start + 2, comma)))
    return phrases.before(tokens, start - 1, lexicon) if whose else found
