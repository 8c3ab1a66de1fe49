"""What follows a cue in its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Stance

CLAUSE = frozenset(',;:.!?()"“”„«»「」…—–')  # what ends a clause
_SOON = 8  # words in which the second part of a verb, or "that", follows the first


def parted(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, Stance] | None:
    """A verb at ``at`` whose second word stands further on in its clause: ``[maakte] vrijdag bekend``; listed as ``maakte bekend``."""
    if tokens[at].lower not in lexicon.parted:
        return None
    ends = lexicon.parted[tokens[at].lower]
    for number, token in enumerate(ahead(tokens, at + 1), at + 2):
        closes = number == len(tokens) or tokens[number].text in CLAUSE or opens(tokens[number], lexicon)
        closes = closes or lexicon.has("media", tokens[min(number + 2, len(tokens) - 1)].lower)
        if (closes or (lexicon.grammar.second and _infinitive(tokens, number, lexicon))) and (
            stance := ends.get(token.lower)
        ):
            return 1, stance
    return None


def _infinitive(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive closes the clause: ``riep de regering op de salarissen [te verhogen]``."""
    return any(lexicon.has("infinitive_marks", token.lower) for token in ahead(tokens, start))


def ahead(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    """The next words of the clause."""
    for token in tokens[start : start + _SOON]:
        if token.text in CLAUSE:
            return
        yield token


def opens(token: Token, lexicon: Lexicon) -> bool:
    """Whether it opens what is said: ``that``."""
    return lexicon.has("complementisers", token.lower)
