"""Names and terms in quotation marks, which are no speech."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_border.clauses import ENDS
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_BRIEF, _BRIEF_WIDE = 16, 8  # characters of a term in quotation marks, marks included; Chinese needs fewer


def terms(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> frozenset[int]:
    """The tokens of quotations that are a name or a term, no speech: a few letters, no stop, and no word behind that ends speech."""
    found: set[int] = set()
    at = 0
    while at < len(tokens):
        last = at
        while last < len(tokens) and inside[last]:
            last += 1
        spoken = last < len(tokens) and lexicon.has("closers", tokens[last].lower)
        if at < last and not spoken and _brief(tokens[at:last]):
            found.update(range(at, last))
        at = max(last, at + 1)
    return frozenset(found)


def _brief(quotation: Sequence[Token]) -> bool:
    letters = quotation[-1].end - quotation[0].start
    wide = any(token.text[0] >= "⺀" for token in quotation)
    return letters <= (_BRIEF_WIDE if wide else _BRIEF) and not any(token.text in ENDS for token in quotation)
