"""Who speaks, put between dashes inside the marks of the quotation: ``«Мост, — сказал мэр, — откроют в мае»``."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.lexicon import Lexicon
from claimwire.claims.stretch import Range, Stretch
from claimwire.claims.tokens import Token

_DASHES = frozenset("—–-")
_BEFORE = frozenset(",.!?…")
_LONGEST = 16  # tokens between the dashes


def opened(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> list[bool]:
    """``inside`` without the insertions that a cue opens, dashes included, where the language has them. Linear time."""
    flags = list(inside)
    if lexicon.grammar.subject != "clause":
        return flags
    for at in range(1, len(tokens) - 1):
        if flags[at] and _opens(tokens, at) and lexicon.cue.at(tokens, at + 1):
            end = _end(tokens, inside, at)
            if end is not None:
                flags[at:end] = [False] * (end - at)
    return flags


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in _DASHES and tokens[at - 1].text in _BEFORE


def _end(tokens: Sequence[Token], inside: Sequence[bool], start: int) -> int | None:
    """Past the dash that closes the insertion, or past the stop before the quotation's own end."""
    for at in range(start + 2, min(start + _LONGEST, len(tokens) - 1)):
        if not inside[at]:
            return None
        if _opens(tokens, at):
            return at + 1
    return None


def halves(s: Stretch, low: int, high: int) -> list[Range] | None:
    """Both halves of a quotation that dashes part (``«The bridge, — [said X], — will open»``), or None."""
    start, end = low - 1, high
    while end < len(s.tokens) and not s.inside[end] and not s.tokens[end].text[0].isalnum():
        end += 1
    if (
        start < 1
        or s.tokens[start].text not in "—–-"
        or not (s.inside[start - 1] and end < len(s.tokens) and s.inside[end])
    ):
        return None
    first, last = start, end
    while first and s.inside[first - 1]:
        first -= 1
    while last < len(s.tokens) and s.inside[last]:
        last += 1
    return [(first, _trimmed_end(s, first, start)), (end, last)]


def _trimmed_end(s: Stretch, start: int, end: int) -> int:
    """Without the comma before the dash."""
    return end - 1 if end - 1 > start and s.tokens[end - 1].text == "," else end
