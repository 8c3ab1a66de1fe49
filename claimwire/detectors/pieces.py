"""Text in pieces that are judged one by one: paragraphs, short ones joined, long ones cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from claimwire.codes import UNDETERMINED
from claimwire.detectors import cleaning

_LEAST, _LONGEST = 120, 240
"""Letters that fill a piece, code points at which one is cut."""
_GLANCE, _FIRST = 100, 5
"""Of a long text five pieces are read first, 100 code points of each: where they agree, the rest is not read."""
_MOST = 40
"""Pieces read at most, evenly from all over."""
_CUT = re.compile(
    rf"\S.{{60,{_LONGEST - 3}}}[.!?…。！？][\"»”’]?(?!\S)"  # up to the end of a sentence, if one is near enough
    rf"|\S.{{0,{_LONGEST - 1}}}(?!\S)|\S.{{0,{_LONGEST - 1}}}"
)


class Piece(Struct, frozen=True):
    """A piece of text, its ``size`` in letters, and the ``shares`` of the languages it may be in."""

    text: str
    size: int
    shares: dict[str, float]

    @property
    def best(self) -> str:
        """The language with the largest share."""
        return best(self.shares)


def best(shares: Mapping[str, float]) -> str:
    """The language with the largest share; ``und`` where no language has one."""
    return max(((share, code) for code, share in shares.items() if code != UNDETERMINED), default=(0.0, UNDETERMINED))[
        1
    ]


def judge(text: str, foreign: re.Pattern[str], vote: Callable[[str], dict[str, float]]) -> list[Piece]:
    """Pieces from all over ``text`` without its ``foreign`` runs, each with its votes; one where all is of one language."""
    texts = _cut(text)
    if len(texts) > _FIRST:
        glances = [_judged(each[:_GLANCE], len(each), foreign, vote) for each in _spread(texts, _FIRST)]
        if len({piece.best for piece in glances}) == 1 and glances[0].best != UNDETERMINED:
            return glances
    return [_judged(each, len(each), foreign, vote) for each in _spread(texts, _MOST)]


def _judged(text: str, size: int, foreign: re.Pattern[str], vote: Callable[[str], dict[str, float]]) -> Piece:
    letters = cleaning.lowered(foreign.sub(" ", text)).strip()
    return Piece(letters, size, vote(letters) if letters else {})


def _cut(text: str) -> list[str]:
    texts: list[str] = []
    pending = ""
    for line in text.splitlines():
        pending = f"{pending} {line.strip()}" if pending else line.strip()
        if len(pending) >= _LEAST:
            texts += _CUT.findall(pending) if len(pending) > _LONGEST else [pending]
            pending = ""
    return [*texts, *_CUT.findall(pending)]


def _spread(texts: list[str], number: int) -> list[str]:
    """``number`` of them at most, evenly from first to last."""
    if len(texts) <= number:
        return texts
    return [texts[at * (len(texts) - 1) // (number - 1)] for at in range(number)]
