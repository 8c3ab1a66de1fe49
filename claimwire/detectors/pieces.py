"""The pieces of a text, judged one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from claimwire.codes import UNDETERMINED
from claimwire.detectors import cleaning, cutting

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
        if share >= most and code != UNDETERMINED and (share > most or code > found) and share:
            found, most = code, share
    return found


def judge(text: str, foreign: re.Pattern[str], vote: Vote, glance: Glance) -> list[Piece]:
    """Pieces from all over ``text`` without its ``foreign`` runs, each with its votes; of a long text in one language, windows only.

    ``vote`` is asked only of what ``glance`` cannot settle, and only while the rest does not settle the whole.
    """
    if len(text) > cutting.LONG:
        windows = [_glanced(each, foreign, glance) for each in cutting.windows(text)]
        windows = _heard(windows, vote) if _agreed(windows) else windows
        if _agreed(windows):
            return windows
    return _heard([_glanced(each, foreign, glance) for each in cutting.cut(text)], vote)


def _heard(found: list[Piece], vote: Vote) -> list[Piece]:
    """``found``, with the votes on what is unsettled unless the answer does not depend on them."""
    if _decided(found):
        return found
    return [piece if piece.settled else Piece(piece.text, piece.size, vote(piece.text)) for piece in found]


def _agreed(found: Sequence[Piece]) -> bool:
    answers = {piece.best for piece in found}
    return len(answers) == 1 and UNDETERMINED not in answers


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
