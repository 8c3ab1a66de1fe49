"""Cuts a segment that is over an engine's limit, and puts the answers together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# Where a piece may end, best first: after a sentence, after a clause, at a space. Full-width stops need no space after them.
_ENDS = tuple(
    re.compile(pattern)
    for pattern in (r"[.!?…؟۔।]+[\"'»”’)\]]*\s+|[。！？][」』”’]*", r"[,;:،؛–—]\s+|[，；：、]", r"\s+")
)


def cut(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Pieces that fit and that joined are ``text``. A single code point is never cut, so it is given even where it does not fit.

    ``fits`` must hold for every start of a text that fits.
    """
    while text and not fits(text):
        end = _break(text, _longest(text, fits))
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def in_pieces(text: str, fits: Callable[[str], bool], translate: Callable[[str], str | None]) -> str | None:
    """The translation of a text of any length, spaces between the pieces kept; None where one piece has no answer."""
    answers = []
    for piece in cut(text, fits):
        core = piece.strip()
        answer = translate(core) if core else ""
        if answer is None:
            return None
        before, after = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        answers.append(before + answer.strip() + (after if core else ""))
    return "".join(answers)


def _longest(text: str, fits: Callable[[str], bool]) -> int:
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle]) else (low, middle - 1)
    return low


def _break(text: str, limit: int) -> int:
    """The best end at or before ``limit``; one in the first third is passed over, since tiny pieces lose their context."""
    for pattern in _ENDS:
        ends = [match.end() for match in pattern.finditer(text, 0, limit)]
        if ends and ends[-1] > limit // 3:
            return ends[-1]
    return limit
