"""Which quotations are speech: those of a few words are names and terms inside a clause."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.words.tokens import Token

_SPOKEN = 3  # words: shorter quotations are names and terms inside a clause


def speech(inside: Sequence[bool], tokens: Sequence[Token]) -> list[bool]:
    """``inside`` without the quotations of a few words, but for those that a comma ends: ``„Ne,“ [řekl]``. Linear time."""
    flags = list(inside)
    at = 0
    while at < len(flags):
        end = at
        while end < len(flags) and flags[end]:
            end += 1
        closed = end - at > _SPOKEN and tokens[end - 2].text == "," and not tokens[end - 1].word
        if end - at - 2 <= _SPOKEN and not closed:  # two of the tokens are the marks
            flags[at:end] = [False] * (end - at)
        at = max(end, at + 1)
    return flags
