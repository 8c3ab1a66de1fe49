"""Who speaks, put between dashes inside the marks of the quotation: ``«Мост, — сказал мэр, — откроют в мае»``."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_DASHES = frozenset("—–-")
_BEFORE = frozenset(",.!?…")
_LONGEST = 16  # tokens between the dashes


def opened(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> list[bool]:
    """``inside`` without the insertions that a cue opens, dashes included, where the language has them. Linear time."""
    flags = list(inside)
    if lexicon.grammar.subject != "clause":
        return flags
    for at in range(1, len(tokens) - 1):
        if flags[at] and _opens(tokens, at, lexicon) and lexicon.cue.at(tokens, at + 1):
            end = _end(tokens, inside, at, lexicon)
            if end is not None:
                flags[at:end] = [False] * (end - at)
    return flags


def _opens(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether it is a dash beside an insertion: after a comma or a stop, but where the language writes none."""
    bare = lexicon.has("bare_dashes", tokens[at].text)
    return tokens[at].text in _DASHES and (bare or tokens[at - 1].text in _BEFORE)


def _end(tokens: Sequence[Token], inside: Sequence[bool], start: int, lexicon: Lexicon) -> int | None:
    """Past the dash that closes the insertion, or past the stop before the quotation's own end."""
    for at in range(start + 2, min(start + _LONGEST, len(tokens) - 1)):
        if not inside[at]:
            return None
        if _opens(tokens, at, lexicon):
            return at + 1
    return None
