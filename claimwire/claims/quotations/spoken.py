"""Which quotations are speech: those of a few words are names and terms inside a clause."""

from __future__ import annotations

from collections.abc import Sequence

_SPOKEN = 3  # words: shorter quotations are names and terms inside a clause


def speech(inside: Sequence[bool]) -> list[bool]:
    """``inside`` without the quotations of a few words. Linear time."""
    flags = list(inside)
    at = 0
    while at < len(flags):
        end = at
        while end < len(flags) and flags[end]:
            end += 1
        if end - at - 2 <= _SPOKEN:  # two of the tokens are the marks
            flags[at:end] = [False] * (end - at)
        at = max(end, at + 1)
    return flags
