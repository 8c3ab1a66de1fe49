"""Text in pieces that are judged one by one: paragraphs, short ones joined, long ones cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from claimwire.codes import UNDETERMINED
from claimwire.detectors import cleaning

_LEAST, _LONGEST = 120, 240
"""Letters that fill a piece, code points at which one is cut."""
_WINDOW, _WINDOWS = 100, 5
"""Of a text longer than five pieces, five windows of 100 code points are read first: where they agree, the rest is not read."""
_MOST = 40
"""Pieces read at most, evenly from all over."""
_CUT = re.compile(
    rf"\S.{{60,{_LONGEST - 3}}}[.!?…。！？][\"»”’]?(?!\S)"  # up to the end of a sentence, if one is near enough
    rf"|\S.{{0,{_LONGEST - 1}}}(?!\S)|\S.{{0,{_LONGEST - 1}}}"
)


Vote = Callable[[str], dict[str, float]]
Glance = Callable[[str], tuple[dict[str, float], bool]]


class Piece(Struct, frozen=True):
    """A piece of text, its ``size`` in code points, and the ``shares`` of the languages it may be in; ``settled``: no need to ask more."""

    text: str
    size: int
    shares: dict[str, float]
    settled: bool = True

    @property
    def best(self) -> str:
        """The language with the largest share."""
        return best(self.shares)


def best(shares: Mapping[str, float]) -> str:
    """The language with the largest share; ``und`` where no language has one."""
    found, most = UNDETERMINED, 0.0
    for code, share in shares.items():
        if code != UNDETERMINED and (share, code) > (most, found if most else ""):
            found, most = code, share
    return found


def judge(text: str, foreign: re.Pattern[str], vote: Vote, glance: Glance) -> list[Piece]:
    """Pieces from all over ``text`` without its ``foreign`` runs, each with its votes; five where all is of one language.

    ``vote`` is asked only of what ``glance`` cannot settle, and only while the rest does not settle the whole.
    """
    if len(text) > _WINDOWS * _LONGEST:
        windows = [_glanced(each, foreign, glance) for each in _windows(text)]
        if len({piece.best for piece in windows}) == 1 and _decided(windows):
            return windows
    found = [_glanced(each, foreign, glance) for each in _spread(_cut(text), _MOST)]
    if _decided(found):
        return found
    return [piece if piece.settled else Piece(piece.text, piece.size, vote(piece.text)) for piece in found]


def _glanced(text: str, foreign: re.Pattern[str], glance: Glance) -> Piece:
    letters = cleaning.lowered(foreign.sub(" ", text)).strip()
    return Piece(letters, len(text), *(glance(letters) if letters else ({}, True)))


def _decided(found: Sequence[Piece]) -> bool:
    """Whether most of the text is settled, and in one language: what the rest is in can no longer change the answer."""
    if len(found) == 1:
        return found[0].settled
    settled: dict[str, int] = {}
    for piece in found:
        settled[piece.best] = settled.get(piece.best, 0) + piece.size * piece.settled
    settled.pop(UNDETERMINED, None)
    return 2 * max(settled.values(), default=0) > sum(piece.size for piece in found)


def _windows(text: str) -> list[str]:
    """Five windows, evenly from first to last, each from the start of a word if one is near."""
    last = len(text) - _WINDOW
    starts = [last * number // (_WINDOWS - 1) for number in range(_WINDOWS)]
    starts = [max(at, text.find(" ", at, at + _WINDOW // 4)) if at else at for at in starts]
    return [text[at : at + _WINDOW] for at in starts]


def _cut(text: str) -> list[str]:
    texts: list[str] = []
    pending = ""
    for line in text.splitlines():
        pending = f"{pending} {line.strip()}" if pending else line.strip()
        if len(pending) >= _LEAST:
            texts += _CUT.findall(pending) if len(pending) > _LONGEST else [pending]
            pending = ""
    return [*texts, pending] if pending else texts


def _spread(texts: list[str], number: int) -> list[str]:
    """``number`` of them at most, evenly from first to last."""
    if len(texts) <= number:
        return texts
    return [texts[at * (len(texts) - 1) // (number - 1)] for at in range(number)]
