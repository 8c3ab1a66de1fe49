"""Runs of capitalised words: what may be a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token


def runs(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Sequence[Token]]:
    """Capitalised words in a row, particles between them, small titles before them; a name ends with its sentence and its paragraph."""
    at = 0
    for first in [number for number, token in enumerate(tokens) if token.capitalised]:
        if first < at:
            continue
        at = end = first
        while end < len(tokens) and tokens[end].capitalised and (end == at or _joined(text, tokens, end)):
            end = _over_particles(text, tokens, end + 1, lexicon)
        if end - at > 1 and _portfolio(tokens, at, lexicon):
            at += 1
        if end > at:
            yield tokens[_titled(text, tokens, at, lexicon) : end]
        at = max(end, at + 1)


def _portfolio(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word ends a title: Secretary of [State] Ana Lima."""
    before = at > 1 and lexicon.has("linkers", tokens[at - 1].lower) and lexicon.has("titles", tokens[at - 2].lower)
    return before and lexicon.has("portfolios", tokens[at].lower)


def _titled(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the small titles before the name begin: ``la [alcaldesa] Ana Lima``."""
    while (
        at
        and _joined(text, tokens, at)
        and tokens[at - 1].text.islower()
        and lexicon.has("titles", tokens[at - 1].lower)
    ):
        at -= 1
    return at


def _over_particles(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """The place after the particles, or a plural's apostrophe, that begin at ``at`` if a name goes on there, else ``at``."""
    end = at + (at < len(tokens) and tokens[at].text in "'’" and tokens[at].start == tokens[at - 1].end)
    while (
        end < len(tokens)
        and (
            lexicon.has("particles", tokens[end].lower)
            or (end > at and lexicon.has("inner_particles", tokens[end].lower))
        )
        and _joined(text, tokens, end)
    ):
        end += 1
    return end if end < len(tokens) and tokens[end].capitalised and _joined(text, tokens, end) else at


def _joined(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but blanks of one line parts the token from the one before."""
    gap = text[tokens[at - 1].end : tokens[at].start]
    return bool(gap) and "\n" not in gap and gap.isspace()
