"""Which tokens of a unit are quoted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimwire.claims.units import Unit
from claimwire.claims.words.tokens import Token


def inside(tokens: Sequence[Token], unit: Unit) -> list[bool]:
    """Which tokens stand within a quotation, marks included."""
    flags = [False] * len(tokens)
    at = 0
    for quotation in unit.quotations:
        while at < len(tokens) and tokens[at].start < quotation.start:
            at += 1
        while at < len(tokens) and tokens[at].start < quotation.end:
            flags[at] = True
            at += 1
    return flags


def alike(tokens: Sequence[Token], unit: Unit) -> list[Token]:
    """The tokens, the marks of quotations made one mark: what opens ‘so’ or 'so' is else an apostrophe."""
    if not unit.quotations:
        return list(tokens)
    starts = {quotation.start for quotation in unit.quotations}
    ends = {quotation.end for quotation in unit.quotations}
    return [
        replace(token, text='"') if (token.start in starts or token.end in ends) and not token.word else token
        for token in tokens
    ]
