"""Those whom somebody has asked: a participle with its agent belongs to the noun before it, ``[sources] contacted by this agency said``."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order.shapes import MARKS
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_AGENT = 8  # tokens from such a participle to the verb


def before_agent(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the participle of the set ``asked`` stands whose agent ends before token ``at``; else ``at``."""
    if not lexicon.sets.get("asked"):
        return at
    for place in range(at - 2, max(0, at - _AGENT), -1):
        if tokens[place].text in MARKS:
            return at
        entry = lexicon.listed("asked").at(tokens, place)
        if entry and place + entry[0] < at:
            return at if lexicon.has("breaks", tokens[place - 1].lower) else place  # "When asked by …"
    return at
