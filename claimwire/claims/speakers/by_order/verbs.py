"""Verbs of more than one word: where they begin, what denies them, whether they say anything."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order.onward import CLAUSE
from claimwire.claims.speakers.by_order.shapes import timed
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_FRAME = 14  # words between the parts of a verb: "heeft … gezegd"


def reach(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the verb that ends at ``at`` begins, with the small words before it: ``[had also] said``."""
    while at and lexicon.has("auxiliaries", tokens[at - 1].lower):
        at -= 1
    return _before_times(tokens, at, lexicon)


def _before_times(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Before the day that parts a name from its verb: ``Ana Lima [last Monday] said``, ``The union [on Friday] demanded``."""
    start = at
    joined = at > 0 and lexicon.has("conjunctions", tokens[at - 1].lower)
    while start and not joined and timed(tokens, start - 1, lexicon):
        start -= 1
    if start < at and start > 1:
        first = start - 1 if lexicon.has("prepositions", tokens[start - 1].lower) else start
        if lexicon.has("prepositions", tokens[first].lower):
            return first
    start = at
    while start and lexicon.has("interposed", tokens[start - 1].lower):
        start -= 1
    return (
        start if start and (tokens[start - 1].capitalised or lexicon.has("relatives", tokens[start - 1].lower)) else at
    )


def begins(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the whole verb begins whose cue stands at ``at``: ``[a] déclaré``, ``[a]-t-il dit``."""
    first = first_part(tokens, at, lexicon) if lexicon.has("past_participles", tokens[at].lower) else None
    return min(reach(tokens, at, lexicon), at if first is None else first)


def lone(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the form at ``at`` is a participle without the verb that makes it a report, or with a negation or passive between."""
    if not lexicon.has("past_participles", tokens[at].lower):
        return False
    first = first_part(tokens, at, lexicon)
    return first is None or any(
        lexicon.has(name, token.lower) for name in ("negations", "passive") for token in tokens[first + 1 : at]
    )


def negated(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether "not" follows the verb that ends at ``end``: ``zei niet dat``."""
    return lexicon.grammar.second and end < len(tokens) and lexicon.has("negations", tokens[end].lower)


def first_part(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Where the first part of the verb stands whose participle is at ``at``: ``[heeft] … gezegd``."""
    for here in range(at - 1, max(-1, at - 1 - _FRAME), -1):
        if lexicon.has("perfect", tokens[here].lower):
            return here
        if tokens[here].text in CLAUSE:
            return None
    return None
